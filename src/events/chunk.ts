import { attempt } from '../platform/attempt'

/** One event in the queue. */
export interface Entry {
  /** messageId */
  readonly id: string
  /** The message as JSON, without its context. */
  readonly json: string
  /** JSON of its context. */
  readonly context: string
  /** Tracked by the host, and so the first to go when the queue overflows. */
  readonly product: boolean
  /** Where it is written down, if it is. */
  chunk?: Chunk | undefined
}

/** Entries under one key of the storage: a write costs what is new, never what is there. */
export interface Chunk {
  readonly key: string
  readonly context: string
  entries: Entry[]
}

const CHUNK_EVENTS = 50
const PRODUCT = '+'
const OTHER = '-'

/** Counts the chunks of this page. All have ten digits: keys sort in the order in which they were written. */
let count = 1e9

/** Puts entries together that follow each other in one context, under `PREFIX.COUNT`: ids come again, keys never do. */
export function toChunks(entries: Iterable<Entry>, prefix: string): Chunk[] {
  const chunks: Chunk[] = []
  let last: Chunk | undefined
  for (const entry of entries) {
    if (last?.context !== entry.context || last.entries.length === CHUNK_EVENTS) {
      last = { key: `${prefix}.${count++}`, context: entry.context, entries: [] }
      chunks.push(last)
    }
    last.entries.push(entry)
  }
  return chunks
}

/** One line for the context and one per event: JSON has no raw line breaks, and damage to one line costs only that. */
export const encodeChunk = ({ context, entries }: Chunk): string =>
  [context, ...entries.map(({ json, product }) => (product ? PRODUCT : OTHER) + json)].join('\n')

/** What can still be read of a chunk. */
export function decodeChunk(key: string, text: string): Chunk {
  const [context = '', ...lines] = text.split('\n')
  const entries = parse(context) ? lines.flatMap((line) => decodeEntry(line, context)) : []
  return { key, context, entries }
}

function decodeEntry(line: string, context: string): Entry[] {
  const json = line.slice(1)
  const id = parse(json)?.messageId
  return typeof id === 'string' ? [{ id, json, context, product: line.startsWith(PRODUCT) }] : []
}

function parse(json: string): { messageId?: unknown } | undefined {
  const value = attempt<unknown>(() => JSON.parse(json))
  return typeof value === 'object' && value !== null ? value : undefined
}

/** The message with its own context, for a batch whose common context is another one. */
export const withContext = ({ json, context }: Entry): string => `{"context":${context},${json.slice(1)}`
