import { type Message, readMessages } from './message'
import { isBefore, type Position } from './spool-files'
import { DamagedSegment, type Placed } from './spool-reader'

/** What is loaded together: ClickHouse takes 10,000 rows in hardly more time than 100. */
export interface Block {
  messages: Message[]
  to: Position
  /** Unix milliseconds at which its first and its last record were received; 0 when there is none. */
  firstReceivedAt: number
  lastReceivedAt: number
  /** Records whose body could not be read; they are counted, and left in the quarantine. */
  unreadable: { place: string; reason: string }[]
  /** The segment whose next record is damaged. */
  damaged: number | undefined
}

const fullEvents = 10_000
/** Bounds the memory of a block whose events are large. */
const fullBytes = 8 * 1024 * 1024
/** Which records make a block: those behind `from`, up to `to` where it is given, else until it is full or they end. */
export interface BlockRange {
  spoolId: string
  from: Position
  to?: Position | undefined
}

export async function readBlock(
  records: AsyncIterable<Placed>,
  { spoolId, from, to }: BlockRange,
): Promise<Block> {
  const block = emptyBlock(from)
  let bytes = 0
  try {
    for await (const { record, end } of records) {
      if (to && isBefore(to, end)) break // what lay before is loaded, and gone
      addRecord(block, record, `${spoolId}.${end.segment}.${end.offset}`)
      block.to = end
      bytes += record.body.length
      if (to ? !isBefore(end, to) : block.messages.length >= fullEvents || bytes >= fullBytes) break
    }
  } catch (error) {
    if (!(error instanceof DamagedSegment)) throw error
    block.damaged = error.segment
  }
  return block
}

const emptyBlock = (to: Position): Block => ({
  messages: [],
  to,
  firstReceivedAt: 0,
  lastReceivedAt: 0,
  unreadable: [],
  damaged: undefined,
})

function addRecord(block: Block, record: Parameters<typeof readMessages>[0], place: string): void {
  block.firstReceivedAt ||= record.receivedAt
  block.lastReceivedAt = record.receivedAt
  try {
    block.messages.push(...readMessages(record, place))
  } catch (error) {
    block.unreadable.push({ place, reason: String(error) })
  }
}
