import { describe, expect, it } from 'vitest'
import { readBlock } from '../../src/event-store/block'
import type { Message } from '../../src/event-store/message'
import type { Placed } from '../../src/event-store/spool-reader'

const from = { segment: 1, offset: 0 }
const batch = JSON.stringify({ batch: Array.from({ length: 50 }, () => ({ type: 'page', userId: 'u' })) })

/** A backlog without end; tells how far it was read. */
function backlog(body: (n: number) => string) {
  const read = { records: 0 }
  async function* records(): AsyncGenerator<Placed> {
    for (;;) {
      const n = ++read.records
      const record = { projectId: 'p', receivedAt: n, refused: [], body: Buffer.from(body(n)) }
      yield { record, end: { segment: 1, offset: n } }
    }
  }
  return { read, records: records() }
}

describe('a block', () => {
  it('holds 40,000 events however many wait, and hands them over a few hundred at a time', async () => {
    const { records, read } = backlog(() => batch)
    const taken: number[] = []
    const take = async (messages: Message[]) => taken.push(messages.length)
    const block = await readBlock(records, { spoolId: 's', from }, take)
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(40_000)
    expect(Math.max(...taken)).toBeLessThanOrEqual(250)
    expect(block).toMatchObject({
      from,
      to: { segment: 1, offset: 800 },
      firstReceivedAt: 1,
      lastReceivedAt: 800,
    })
    expect(read.records).toBe(800)
  })

  it('ends earlier when its rows are large', async () => {
    const { records, read } = backlog(() => batch)
    await readBlock(records, { spoolId: 's', from }, async () => 1024 * 1024)
    expect(read.records).toBeLessThanOrEqual((32 * 250) / 50)
  })

  it('that is sent again ends where it ended, whatever would fit now', async () => {
    const { records } = backlog(() => batch)
    const to = { segment: 1, offset: 3 }
    const taken: Message[] = []
    const block = await readBlock(records, { spoolId: 's', from, to }, async (some) => taken.push(...some))
    expect(block.to).toEqual(to)
    expect(taken.map(({ messageId }) => messageId).at(-1)).toBe('s.1.3.49')
  })

  it('names a record that it could not read, and holds those around it', async () => {
    const { records } = backlog((n) => (n === 2 ? 'nonsense' : batch))
    const taken: Message[] = []
    const range = { spoolId: 's', from, to: { segment: 1, offset: 3 } }
    const block = await readBlock(records, range, async (some) => taken.push(...some))
    expect(taken).toHaveLength(100)
    expect(block.unreadable).toEqual([{ place: 's.1.2', reason: expect.stringContaining('JSON') }])
  })
})
