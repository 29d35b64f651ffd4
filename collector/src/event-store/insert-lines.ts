import { type Engine, EngineError } from '../services'

/**
 * ClickHouse's codes for "these rows, never": cannot parse, wrong type, out of range, a constraint. Whatever else it says
 * (memory, disk, too many parts) may pass.
 * https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp
 */
const refusals = new Set([6, 26, 27, 32, 33, 36, 38, 41, 53, 69, 70, 72, 117, 131, 321, 349, 469])

export interface Insertion {
  table: string
  lines: readonly string[]
  token: string
}

/**
 * Inserts lines as one block. When the engine refuses them for what they hold, the halves are tried, each under a token of
 * its own that is the same at every try, down to the single lines that it does not take. Returns those by number.
 */
export async function insertLines(engine: Engine, insertion: Insertion): Promise<Map<number, string>> {
  const refused = new Map<number, string>()
  if (insertion.lines.length > 0) await insertRange(engine, insertion, 0, insertion.lines.length, refused)
  return refused
}

async function insertRange(
  engine: Engine,
  insertion: Insertion,
  start: number,
  end: number,
  refused: Map<number, string>,
): Promise<void> {
  const { table, lines, token } = insertion
  const whole = start === 0 && end === lines.length
  try {
    const tsv = Buffer.from(lines.slice(start, end).join(''))
    await engine.insert(table, tsv, whole ? token : `${token}/${start}-${end}`)
  } catch (error) {
    if (!(error instanceof EngineError && refusals.has(error.code))) throw error
    if (end - start === 1) return void refused.set(start, error.message)
    const middle = (start + end) >> 1
    await insertRange(engine, insertion, start, middle, refused)
    await insertRange(engine, insertion, middle, end, refused)
  }
}
