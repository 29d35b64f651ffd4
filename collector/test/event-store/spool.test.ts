import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSpool, type SpoolLog, type SpoolOptions } from '../../src/event-store/spool'
import { listSegments } from '../../src/event-store/spool-files'
import { DamagedSegment, readSpool } from '../../src/event-store/spool-reader'
import { SpoolUnavailable } from '../../src/services'
import { mountSmallDisk, noSmallDisk } from './full-disk'
import { until } from './open-events'

const log = pino({ level: 'silent' })
const start = { segment: 0, offset: 0 }
let folder: string
const opened: SpoolLog[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handrail-spool-'))
})
afterEach(async () => {
  for (const spool of opened.splice(0)) await spool.close()
  await rm(folder, { recursive: true, force: true })
})

async function open(more: Partial<SpoolOptions> = {}): Promise<SpoolLog> {
  const spool = await openSpool({ folder, log, maxBytes: 1_000_000, from: start, ...more })
  opened.push(spool)
  return spool
}
const record = (text: string) => ({
  projectId: 'p',
  receivedAt: 1,
  refused: [],
  body: Buffer.from(JSON.stringify({ text })),
})
const segmentFile = (n: number) => join(folder, `${String(n).padStart(12, '0')}.spool`)

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function texts(spool: SpoolLog, from = start): Promise<string[]> {
  const found: string[] = []
  for await (const { record } of readSpool(folder, spool.segments(), from))
    found.push(JSON.parse(Buffer.from(record.body).toString()).text)
  return found
}

describe('spool', () => {
  it('gives back what was appended, in order, with what is known of it', async () => {
    const spool = await open()
    await spool.append({ projectId: 'p', receivedAt: 17, refused: [2, 5], body: Buffer.from('{"a":"\\n☂"}') })
    const [placed] = await all(readSpool(folder, spool.segments(), start))
    expect(placed?.record).toMatchObject({ projectId: 'p', receivedAt: 17, refused: [2, 5] })
    expect(Buffer.from(placed?.record.body ?? []).toString()).toBe('{"a":"\\n☂"}')
  })

  it('goes on with the next segment when one could not be made', async () => {
    const spool = await open()
    await writeFile(segmentFile(1), '') // in the way of the first
    await expect(spool.append(record('a'))).rejects.toThrow(SpoolUnavailable)
    await until(() =>
      spool.append(record('b')).then(
        () => true,
        () => false,
      ),
    )
    expect(await texts(spool)).toEqual(['b'])
  })

  it('says when it is full, and has room again as soon as some of it is loaded', async () => {
    const spool = await open({ maxBytes: 80_000 })
    expect(spool.accepts()).toBe(true)
    const fill = async () => {
      for (;;) await spool.append(record('x'.repeat(1_000)))
    }
    await expect(fill()).rejects.toThrow(SpoolUnavailable)
    expect(spool.accepts()).toBe(false)
    const [, , third = start.segment] = spool.segments().map(([segment]) => segment)
    await spool.release({ segment: third, offset: 0 })
    expect(spool.accepts()).toBe(true)
    await spool.append(record('x'.repeat(1_000)))
  })

  it('writes requests that come together in one group', async () => {
    const spool = await open()
    let groups = 0
    spool.onAppend(() => {
      groups += 1
    })
    await Promise.all(Array.from({ length: 100 }, (_, i) => spool.append(record(`${i}`))))
    expect(await texts(spool)).toEqual(Array.from({ length: 100 }, (_, i) => `${i}`))
    expect(groups).toBeLessThanOrEqual(3)
  })

  it('cuts a torn tail at every length, and keeps every whole record', async () => {
    const spool = await open()
    await spool.append(record('one'))
    const first = spool.end().offset
    await spool.append(record('two'))
    const whole = await readFile(segmentFile(1))
    for (let length = first; length <= whole.length; length++) {
      await writeFile(segmentFile(1), whole)
      await truncate(segmentFile(1), length)
      const again = await open()
      expect(await texts(again)).toEqual(length === whole.length ? ['one', 'two'] : ['one'])
      expect(again.end().offset).toBe(length === whole.length ? length : first)
    }
  })

  it('goes on in a new segment after a start, and reads both', async () => {
    const spool = await open()
    await spool.append(record('before'))
    await spool.close()
    const again = await open()
    await again.append(record('after'))
    expect(await texts(again)).toEqual(['before', 'after'])
  })

  it('deletes a segment when all of it is loaded, and no sooner', async () => {
    const spool = await open({ segmentBytes: 1 })
    for (const text of ['a', 'b', 'c']) await spool.append(record(text))
    const [first, second] = await all(readSpool(folder, spool.segments(), start))
    await spool.release(first?.end ?? start)
    expect(await listSegments(folder)).toHaveLength(3)
    await spool.release(second?.end ?? start)
    expect(await listSegments(folder)).toHaveLength(2)
    expect(await texts(spool, second?.end)).toEqual(['c'])
  })

  it('never uses the number of a segment again, so that a loader is never ahead of it', async () => {
    const spool = await open({ from: { segment: 7, offset: 0 } })
    await spool.append(record('late'))
    expect(spool.end().segment).toBeGreaterThan(7)
  })

  it('refuses what it has no room for, and takes it again when there is', async () => {
    const spool = await open({ maxBytes: 300, segmentBytes: 1 })
    await spool.append(record('x'.repeat(150)))
    await expect(spool.append(record('y'.repeat(150)))).rejects.toThrow(SpoolUnavailable)
    await spool.append(record('z'))
    await spool.release({ segment: 2, offset: 0 })
    await spool.append(record('y'.repeat(150)))
    expect(await texts(spool, { segment: 2, offset: 0 })).toEqual(['z', 'y'.repeat(150)])
  })

  it('refuses when the disk does, and goes on when the disk does', async () => {
    const spool = await open()
    await rm(folder, { recursive: true })
    await expect(spool.append(record('lost'))).rejects.toThrow(SpoolUnavailable)
    await mkdir(folder)
    await until(() =>
      spool.append(record('kept')).then(
        () => true,
        () => false,
      ),
    )
    expect(await texts(spool)).toEqual(['kept'])
  })

  it.skipIf(noSmallDisk)(
    'keeps what it has when its disk is full, and takes more as soon as that is loaded',
    async () => {
      const unmount = mountSmallDisk(folder, 256 * 1024)
      try {
        const spool = await open()
        const kept: string[] = []
        const fill = async (): Promise<never> => {
          for (;;) {
            const text = `${kept.length} ${'x'.repeat(5_000)}`
            await spool.append(record(text))
            kept.push(text)
          }
        }
        await expect(fill()).rejects.toThrow(SpoolUnavailable)
        expect(kept.length).toBeGreaterThan(30)
        expect(await texts(spool)).toEqual(kept)
        const loaded = spool.end()
        await spool.release(loaded)
        await until(() =>
          spool.append(record('x'.repeat(50_000))).then(
            () => true,
            () => false,
          ),
        )
        expect(await texts(spool, loaded)).toEqual(['x'.repeat(50_000)])
        await spool.close()
      } finally {
        unmount()
      }
    },
  )

  it('tells of a record that the disk changed', async () => {
    const spool = await open({ segmentBytes: 1 })
    await spool.append(record('good'))
    await spool.append(record('changed'))
    await spool.append(record('after'))
    const bytes = await readFile(segmentFile(2))
    bytes[bytes.length - 1] = 0
    await writeFile(segmentFile(2), bytes)
    await expect(texts(spool)).rejects.toThrow(DamagedSegment)
    await spool.setAside(2)
    expect(await texts(spool)).toEqual(['good', 'after'])
    expect(await readdir(folder)).toContain('000000000002.spool.damaged')
  })
})
