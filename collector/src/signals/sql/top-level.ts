import { type Sql, sql } from '../../event-store/sql'

/** Levels of lists and objects that are stepped over; a key behind deeper ones is not found. */
const LEVELS = 8

const STRING = '"(?:[^"\\\\]|\\\\.)*"'

/** A list or an object as `JSON.stringify` writes it, with so many levels inside. */
const container = (levels: number): string =>
  `[\\[{](?:[^"\\[\\]{}]|${STRING}${levels > 0 ? `|${container(levels - 1)}` : ''})*[\\]}]`

const VALUE = `(?:${STRING}|[^"\\[\\]{},]+|${container(LEVELS - 1)})`

/**
 * The number of a key of the JSON object itself, 0 without one. An expression, because ClickHouse 18.16 has no `JSONExtract`, and
 * `visitParamExtract` takes the key wherever it stands first, inside of other values too.
 */
export function topLevelNumber(json: Sql, key: string): Sql {
  const pattern = `^\\{(?:${STRING}:${VALUE},)*"${key}":([-+.0-9eE]+)[,}]`
  return sql`toFloat32OrZero(extract(${json}, ${pattern}))`
}
