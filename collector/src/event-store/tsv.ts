import type { EventColumns } from './row'
import { eventColumns } from './tables'

const names = eventColumns.map(({ name }) => name)
const special = /[\\\t\n\r\b\f\0]/
const allSpecial = /[\\\t\n\r\b\f\0]/g
const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\b': '\\b',
  '\f': '\\f',
  '\0': '\\0',
}

/** One line of TabSeparated: https://clickhouse.com/docs/interfaces/formats/TabSeparated */
export const toTsv = (row: EventColumns): string => `${names.map((name) => field(row[name])).join('\t')}\n`

function field(value: string | number): string {
  if (typeof value === 'number') return Number.isNaN(value) ? 'nan' : String(value)
  return special.test(value) ? value.replace(allSpecial, (character) => escapes[character] ?? '') : value
}
