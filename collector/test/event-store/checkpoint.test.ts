import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readCheckpoint, sentBlocks } from '../../src/event-store/checkpoint'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handrail-checkpoint-'))
})
afterEach(() => rm(folder, { recursive: true }))

const at = (segment: number, offset: number) => ({ segment, offset })
const keep = (checkpoint: object) => writeFile(join(folder, 'checkpoint.json'), JSON.stringify(checkpoint))

it('begins a new spool with a name of its own, and keeps it', async () => {
  const checkpoint = await readCheckpoint(folder)
  expect(checkpoint).toMatchObject({ from: at(0, 0), ends: [] })
  expect(JSON.parse(await readFile(join(folder, 'checkpoint.json'), 'utf8'))).toEqual(checkpoint)
  expect(await readCheckpoint(folder)).toEqual(checkpoint)
})

it('names the blocks that may have been sent, each from where the one before it ends', async () => {
  await keep({ spoolId: 'a', from: at(0, 10), ends: [at(0, 90), at(1, 5)] })
  expect(sentBlocks(await readCheckpoint(folder))).toEqual([
    { from: at(0, 10), to: at(0, 90) },
    { from: at(0, 90), to: at(1, 5) },
  ])
})

it('reads a file of the time when one block at most was under way', async () => {
  await keep({ spoolId: 'a', from: at(0, 10), to: at(0, 90) })
  expect(await readCheckpoint(folder)).toEqual({ spoolId: 'a', from: at(0, 10), ends: [at(0, 90)] })
  await keep({ spoolId: 'a', from: at(0, 10), to: at(0, 10) })
  expect(await readCheckpoint(folder)).toEqual({ spoolId: 'a', from: at(0, 10), ends: [] })
})
