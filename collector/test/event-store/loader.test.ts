import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openControl } from '../../src/control/control'
import type { Control } from '../../src/control/types'
import { createBlockBuilder } from '../../src/event-store/block-builder'
import { readCheckpoint, writeCheckpoint } from '../../src/event-store/checkpoint'
import { startLoader } from '../../src/event-store/loader'
import { openSpool } from '../../src/event-store/spool'
import { listSegments, segmentFile } from '../../src/event-store/spool-files'
import { sql } from '../../src/event-store/sql'
import type { Engine } from '../../src/services'
import { openEvents } from './open-events'

const log = pino({ level: 'silent' })
const workerFile = fileURLToPath(new URL('../../dist/block-worker.js', import.meta.url))
let dataDir: string
let engine: Engine
let control: Control
let controlUrl: string
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'handrail-loader-'))
  engine = await openEvents(dataDir)
  controlUrl = `file:${join(dataDir, 'control.db')}`
  control = await openControl(controlUrl)
}, 30_000)
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(async () => {
  await engine.close()
  await control.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function openPipeline() {
  const folder = join(dataDir, 'spool')
  await mkdir(folder, { recursive: true })
  const checkpoint = await readCheckpoint(folder)
  const spool = await openSpool({ folder, log, maxBytes: 1e9, from: checkpoint.from })
  const loaded: string[] = []
  const onLoaded = (_project: string, accounts: ReadonlySet<string>) => void loaded.push(...accounts)
  const loader = await startLoader({
    folder,
    checkpoint,
    spool,
    engine,
    builder: createBlockBuilder({ workerFile, spoolFolder: folder, controlUrl }),
    log,
    now: Date.now,
    onLoaded,
  })
  closing.push(async () => {
    await spool.close()
    await loader.close()
  })
  return { spool, loader, loaded, folder }
}

const record = (projectId: string, batch: object[]) => ({
  projectId,
  receivedAt: Date.now(),
  refused: [],
  body: Buffer.from(JSON.stringify({ batch })),
})
const event = (messageId: string, more: object = {}) => ({
  type: 'track',
  event: 'A',
  userId: 'u',
  messageId,
  ...more,
})
const rows = <Row>(project: string, columns: string) =>
  engine.query<Row>(
    sql`SELECT ${sql.raw(columns)} FROM events WHERE project = ${project} ORDER BY message_id`,
  )

/** Where the last block ends that was sent. */
async function reached(folder: string) {
  const { from, ends } = await readCheckpoint(folder)
  return ends.at(-1) ?? from
}

it('loads what is in the spool and tells of which accounts', async () => {
  const { spool, loader, loaded } = await openPipeline()
  await spool.append(record('load', [event('a', { context: { groupId: 'acme' } }), event('b')]))
  await loader.drain()
  expect(await rows('load', 'message_id, account, activity')).toEqual([
    { message_id: 'a', account: 'acme', activity: 1 },
    { message_id: 'b', account: 'acme', activity: 1 }, // the account its user was last seen in
  ])
  expect(loaded).toEqual(['acme'])
  expect(loader.figures()).toMatchObject({ pendingBytes: 0, lagMs: 0, loadedEvents: 2 })
})

it('goes on after a start where it was, and loads nothing again', async () => {
  const first = await openPipeline()
  await first.spool.append(record('resume', [event('a')]))
  await first.loader.drain()
  for (const close of closing.splice(0)) await close()
  const second = await openPipeline()
  await second.spool.append(record('resume', [event('b')]))
  await second.loader.drain()
  expect(second.loader.figures().loadedEvents).toBe(1)
  expect(await rows('resume', 'message_id')).toEqual([{ message_id: 'a' }, { message_id: 'b' }])
})

it('sends blocks again after a crash that hid whether they had arrived, and the event store keeps one copy', async () => {
  const first = await openPipeline()
  const { from, spoolId } = await readCheckpoint(first.folder)
  await first.spool.append(record('again', [event('a'), event('b')]))
  await first.loader.drain()
  const firstEnd = await reached(first.folder)
  await first.spool.append(record('again', [event('c')]))
  await first.loader.drain()
  const ends = [firstEnd, await reached(first.folder)]
  for (const close of closing.splice(0)) await close()
  await writeCheckpoint(first.folder, { spoolId, from, ends }) // as a crash leaves it: both sent, neither noted as loaded
  const second = await openPipeline()
  await second.spool.append(record('again', [event('d')]))
  await second.loader.drain()
  expect(second.loader.figures()).toMatchObject({ loadedEvents: 4, stopped: false })
  expect(await rows('again', 'message_id')).toEqual(
    ['a', 'b', 'c', 'd'].map((message_id) => ({ message_id })),
  )
})

it('remembers the traits of users and accounts', async () => {
  const { spool, loader } = await openPipeline()
  const identify = { type: 'identify', userId: 'ada', messageId: 'a', traits: { role: 'admin' } }
  const group = {
    type: 'group',
    userId: 'ada',
    groupId: 'acme',
    messageId: 'b',
    traits: { plan: 'trial', seats: 25 },
  }
  await spool.append(record('traits', [identify, group]))
  await loader.drain()
  expect(await control.traits.account('traits', 'acme')).toMatchObject({
    traits: { plan: 'trial', seats: 25 },
  })
  expect(await control.traits.user('traits', 'ada')).toMatchObject({
    traits: { role: 'admin' },
    accountId: 'acme',
  })
})

it('sets aside the rows that the event store refuses, and loads those around them', async () => {
  await engine.command(sql`ALTER TABLE events ADD CONSTRAINT no_poison CHECK event != 'poison'`)
  const { spool, loader, folder } = await openPipeline()
  const batch = Array.from({ length: 50 }, (_, i) => event(`m${String(i).padStart(2, '0')}`))
  batch.splice(17, 1, event('bad', { event: 'poison' }))
  await spool.append(record('poison', batch))
  await loader.drain()
  await engine.command(sql`ALTER TABLE events DROP CONSTRAINT no_poison`)
  expect(await rows('poison', 'message_id')).toHaveLength(49)
  expect(loader.figures()).toMatchObject({ loadedEvents: 49, quarantinedEvents: 1 })
  const [kept = ''] = (await readFile(join(folder, 'quarantine.ndjson'), 'utf8')).split('\n')
  expect(JSON.parse(kept)).toMatchObject({
    what: { messageId: 'bad' },
    reason: expect.stringContaining('no_poison'),
  })
})

it('sets aside a segment that the disk changed, says so, and loads those around it', async () => {
  const folder = join(dataDir, 'spool')
  await mkdir(folder, { recursive: true })
  const { from } = await readCheckpoint(folder)
  const spool = await openSpool({ folder, log, maxBytes: 1e9, from, segmentBytes: 1 })
  for (const id of ['a', 'changed', 'c']) await spool.append(record('damage', [event(id)]))
  await spool.close()
  const changed = segmentFile(folder, (await listSegments(folder)).at(-2) ?? 0)
  const bytes = await readFile(changed)
  bytes[bytes.length - 1] = 0
  await writeFile(changed, bytes)
  const { loader } = await openPipeline()
  await loader.drain()
  expect(await rows('damage', 'message_id')).toEqual([{ message_id: 'a' }, { message_id: 'c' }])
  expect(loader.figures()).toMatchObject({ pendingBytes: 0, stopped: false })
  expect(await readdir(folder)).toContain(basename(`${changed}.damaged`))
})

it('brings any text into the event store and back unchanged', { timeout: 60_000 }, async () => {
  const { spool, loader } = await openPipeline()
  const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 30 }), 300)
  texts.push('\0', "'", '\\', '\\N', '\t\n\r\b\f', '\\\\t', '☂', '‮', 'nan')
  const batch = texts.map((text, i) =>
    event(`t${String(i).padStart(4, '0')}`, { event: text, properties: { text } }),
  )
  await spool.append(record('texts', batch))
  await loader.drain()
  const found = await rows<{ event: string; props: string }>('texts', 'event, props')
  expect(found.map((row) => row.event)).toEqual(texts)
  expect(found.map((row) => JSON.parse(row.props).text)).toEqual(texts)
  for (const text of texts.slice(-9)) {
    const same = await engine.query<{ n: number }>(
      sql`SELECT count() AS n FROM events WHERE project = ${'texts'} AND event = ${text} AND event IN ${[text]}`,
    )
    expect(same[0]?.n).toBeGreaterThan(0)
  }
})
