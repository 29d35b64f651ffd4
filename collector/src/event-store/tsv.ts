import type { EventColumns } from './row'

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

/**
 * One line of TabSeparated, in the order of the row's own columns.
 * https://clickhouse.com/docs/interfaces/formats/TabSeparated
 */
export function toTsv(row: EventColumns): string {
  let line = ''
  for (const value of Object.values(row)) line += `${field(value)}\t`
  return `${line.slice(0, -1)}\n`
}

function field(value: string | number): string {
  if (typeof value === 'number') return Number.isNaN(value) ? 'nan' : String(value)
  if (value === '') return value
  return special.test(value) ? value.replace(allSpecial, (character) => escapes[character] ?? '') : value
}
