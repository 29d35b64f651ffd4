import type { SpoolRecord } from '../services'
import type { Range } from './checkpoint'
import { type Message, readMessages } from './message'
import { isBefore, type Position } from './spool-files'
import { DamagedSegment, type Placed } from './spool-reader'

/** What is loaded together: ClickHouse takes 10,000 rows in hardly more time than 100, and merges fewer parts of more rows. */
export interface Block extends Range {
  /** Unix milliseconds at which its first and its last record were received; 0 when there is none. */
  firstReceivedAt: number
  lastReceivedAt: number
  /** Records whose body could not be read; they are counted, and left in the quarantine. */
  unreadable: { place: string; reason: string }[]
  /** The segment whose next record is damaged. */
  damaged: number | undefined
}

const fullEvents = 40_000
/** Bounds the memory of a block whose rows are large. */
const fullBytes = 32 * 1024 * 1024
/** So much is looked up together; what it was parsed to is forgotten before the next. */
const takenEvents = 250
const takenBytes = 1024 * 1024

/** Which records make a block: those behind `from`, up to `to` where it is given, else until it is full or they end. */
export interface BlockRange {
  spoolId: string
  from: Position
  to?: Position | undefined
}

/** Is given messages of a block, in their order; tells how many bytes of rows they are. */
export type TakeMessages = (messages: Message[]) => Promise<number>

export async function readBlock(
  records: AsyncIterable<Placed>,
  { spoolId, from, to }: BlockRange,
  take: TakeMessages,
): Promise<Block> {
  const block = emptyBlock(from)
  const waiting = { messages: [] as Message[], bytes: 0 }
  let events = 0
  let rowBytes = 0

  async function flush(): Promise<void> {
    waiting.bytes = 0
    rowBytes += await take(waiting.messages.splice(0))
  }

  try {
    for await (const { record, end } of records) {
      if (to && isBefore(to, end)) break // what lay before is loaded, and gone
      const messages = readRecord(block, record, `${spoolId}.${end.segment}.${end.offset}`)
      block.to = end
      events += messages.length
      waiting.messages.push(...messages)
      waiting.bytes += record.body.length
      if (waiting.messages.length >= takenEvents || waiting.bytes >= takenBytes) await flush()
      if (to ? !isBefore(end, to) : events >= fullEvents || rowBytes >= fullBytes) break
    }
  } catch (error) {
    if (!(error instanceof DamagedSegment)) throw error
    block.damaged = error.segment
  }
  await flush()
  return block
}

const emptyBlock = (from: Position): Block => ({
  from,
  to: from,
  firstReceivedAt: 0,
  lastReceivedAt: 0,
  unreadable: [],
  damaged: undefined,
})

function readRecord(block: Block, record: SpoolRecord, place: string): Message[] {
  block.firstReceivedAt ||= record.receivedAt
  block.lastReceivedAt = record.receivedAt
  try {
    return readMessages(record, place)
  } catch (error) {
    block.unreadable.push({ place, reason: String(error) })
    return []
  }
}
