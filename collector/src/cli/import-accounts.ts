import { randomUUID } from 'node:crypto'
import type { WireEvent } from 'handrail/schema'
import { parseCsv } from './csv'

/**
 * A `group` message for each account of a CSV: the first line names the traits, the column `id` says which account. Numbers
 * become numbers, an empty field leaves a trait as it is. As messages the traits reach the scores, those of past days as
 * little as they were known then.
 */
export function accountMessages(csv: string, now: number): WireEvent[] {
  const [names = [], ...records] = parseCsv(csv)
  const idColumn = names.indexOf('id')
  if (idColumn < 0) throw new Error(`line 1: found ${names.join(', ')}, expected a column named id`)
  return records.map((record, i) => {
    const groupId = record[idColumn]
    if (!groupId) throw new Error(`line ${i + 2}: found no id, expected that of an account`)
    if (record.length !== names.length)
      throw new Error(`line ${i + 2}: found ${record.length} fields, expected ${names.length}`)
    return {
      type: 'group',
      messageId: `import-${randomUUID()}`,
      anonymousId: 'import', // a message is of somebody
      groupId,
      traits: toTraits(names, record),
      timestamp: new Date(now).toISOString(),
    }
  })
}

function toTraits(names: readonly string[], record: readonly string[]): Record<string, string | number> {
  return Object.fromEntries(
    names.flatMap((name, i) => {
      const text = record[i] ?? ''
      return name === 'id' || text === '' ? [] : [[name, toValue(text)]]
    }),
  )
}

/** `007` and `+49…` are names of something and no amounts. */
const toValue = (text: string): string | number =>
  /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && Number.isSafeInteger(Math.trunc(Number(text)))
    ? Number(text)
    : text
