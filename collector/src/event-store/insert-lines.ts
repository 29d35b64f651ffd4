import { type Engine, EngineError } from '../services'

/**
 * ClickHouse's codes for "these rows, never": cannot parse, wrong type, out of range, a constraint. Whatever else it says
 * (memory, disk, too many parts) may pass.
 * https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp
 */
const refusals = new Set([6, 26, 27, 32, 33, 36, 38, 41, 53, 69, 70, 72, 117, 131, 321, 349, 469])

export interface Insertion {
  table: string
  /** Lines of TabSeparated. */
  tsv: Uint8Array
  token: string
}

/**
 * Inserts lines as one block. When the engine refuses them for what they hold, the halves are tried, each under a token of
 * its own that is the same at every try, down to the single lines that it does not take. Returns those by number.
 */
export async function insertLines(
  engine: Engine,
  { table, tsv, token }: Insertion,
): Promise<Map<number, string>> {
  const refused = new Map<number, string>()
  if (tsv.length === 0) return refused
  const error = await refusal(engine.insert(table, tsv, token))
  if (error === undefined) return refused
  const starts = lineStarts(tsv)

  async function insertRange(start: number, end: number): Promise<void> {
    const part = tsv.subarray(starts[start], starts[end])
    const error = await refusal(engine.insert(table, part, `${token}/${start}-${end}`))
    if (error !== undefined) await halve(start, end, error)
  }

  async function halve(start: number, end: number, error: EngineError): Promise<void> {
    if (end - start === 1) return void refused.set(start, error.message)
    const middle = (start + end) >> 1
    await insertRange(start, middle)
    await insertRange(middle, end)
  }

  await halve(0, starts.length - 1, error)
  return refused
}

/** What the engine has against the rows; every other failure is thrown. */
async function refusal(insert: Promise<void>): Promise<EngineError | undefined> {
  try {
    await insert
    return undefined
  } catch (error) {
    if (error instanceof EngineError && refusals.has(error.code)) return error
    throw error
  }
}

const newline = 10

/** A line break inside a value is escaped, so that every one that is left ends a line. */
function lineStarts(tsv: Uint8Array): number[] {
  const starts = [0]
  for (let at = tsv.indexOf(newline); at !== -1; at = tsv.indexOf(newline, at + 1)) starts.push(at + 1)
  return starts
}
