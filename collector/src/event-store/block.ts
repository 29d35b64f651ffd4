import { setImmediate as yieldToRequests } from 'node:timers/promises'
import { type Message, readMessages } from './message'
import { DamagedSegment, type SpoolLog } from './spool'
import { isBefore, type Position } from './spool-files'

/** What is loaded together: ClickHouse takes 10,000 rows in hardly more time than 100. */
export interface Block {
  messages: Message[]
  to: Position
  /** Unix milliseconds at which its first record was received. */
  receivedAt: number
  /** Records whose body could not be read; they are counted, and left in the quarantine. */
  unreadable: { place: string; reason: string }[]
  /** The segment whose next record is damaged. */
  damaged: number | undefined
}

const fullEvents = 10_000
/** Bounds the memory of a block whose events are large. */
const fullBytes = 8 * 1024 * 1024
/** About 10 ms of parsing, between which requests are answered. */
const sliceBytes = 512 * 1024

/** The records from `from` on: up to `to` where it is given, else until the block is full or nothing more is on disk. */
export async function readBlock(
  spool: SpoolLog,
  from: Position,
  spoolId: string,
  to?: Position,
): Promise<Block> {
  const block: Block = { messages: [], to: from, receivedAt: 0, unreadable: [], damaged: undefined }
  let bytes = 0
  let slice = 0
  try {
    for await (const { record, end } of spool.read(from)) {
      addRecord(block, record, `${spoolId}.${end.segment}.${end.offset}`)
      block.to = end
      bytes += record.body.length
      if (to ? !isBefore(end, to) : block.messages.length >= fullEvents || bytes >= fullBytes) break
      if (bytes - slice < sliceBytes) continue
      slice = bytes
      await yieldToRequests()
    }
  } catch (error) {
    if (!(error instanceof DamagedSegment)) throw error
    block.damaged = error.segment
  }
  return block
}

function addRecord(block: Block, record: Parameters<typeof readMessages>[0], place: string): void {
  block.receivedAt ||= record.receivedAt
  try {
    block.messages.push(...readMessages(record, place))
  } catch (error) {
    block.unreadable.push({ place, reason: String(error) })
  }
}
