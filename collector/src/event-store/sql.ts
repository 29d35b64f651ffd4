declare const safe: unique symbol

/** SQL text in which every value was escaped by `sql`; made only there, so that no string can pass for it. */
export interface Sql {
  readonly text: string
  readonly [safe]: true
}

export type SqlValue = string | number | boolean | Sql | readonly SqlValue[]

/**
 * SQL with every value escaped: strings are quoted, lists become `('a', 'b')`, another `sql` is put in as it is.
 * Values are written into the text because ClickHouse 18.16 has no bound parameters.
 */
export function sql(parts: TemplateStringsArray, ...values: SqlValue[]): Sql {
  return make(parts.reduce((text, part, i) => text + literal(values[i - 1] as SqlValue) + part)) // a value before every part but the first
}

/** Text of our own, for names of columns and keywords, which cannot be values. Never anything from outside. */
sql.raw = (text: string): Sql => make(text)

/** Parts with a separator between them: `sql.join(columns, ', ')`. */
sql.join = (parts: readonly Sql[], separator: string): Sql =>
  make(parts.map((part) => part.text).join(separator))

const make = (text: string): Sql => ({ text }) as Sql // the brand exists in types only

function literal(value: SqlValue): string {
  switch (typeof value) {
    case 'string':
      return quote(value)
    case 'number':
      return Number.isFinite(value) ? String(value) : Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'
    case 'boolean':
      return value ? '1' : '0'
    default:
      return 'text' in value ? value.text : list(value)
  }
}

/** An empty `IN ()` is a syntax error; a tuple of one NULL matches nothing. */
const list = (values: readonly SqlValue[]): string => `(${values.map(literal).join(', ') || 'NULL'})`

const escapes: Record<string, string> = { '\\': '\\\\', "'": "\\'", '\0': '\\0' }
const quote = (text: string): string =>
  `'${text.replace(/[\\'\0]/g, (character) => escapes[character] ?? character)}'`
