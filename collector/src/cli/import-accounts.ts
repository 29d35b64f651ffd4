import type { Control, Sighting } from '../control/types'
import { parseCsv } from './csv'

/**
 * Account traits from CSV: the first line names them, the column `id` says which account. Numbers become numbers, an empty field
 * leaves a trait as it is. Returns the number of accounts.
 */
export async function importAccounts(
  control: Pick<Control, 'traits'>,
  projectId: string,
  csv: string,
  now: number,
): Promise<number> {
  const [names = [], ...records] = parseCsv(csv)
  const idColumn = names.indexOf('id')
  if (idColumn < 0) throw new Error(`line 1: found ${names.join(', ')}, expected a column named id`)
  const sightings = records.map((record, i): Sighting => {
    const id = record[idColumn]
    if (!id) throw new Error(`line ${i + 2}: found no id, expected that of an account`)
    if (record.length !== names.length)
      throw new Error(`line ${i + 2}: found ${record.length} fields, expected ${names.length}`)
    return { kind: 'account', id, firstSeen: now, lastSeen: now, traits: toTraits(names, record, now) }
  })
  await control.traits.merge(projectId, sightings)
  return sightings.length
}

function toTraits(names: readonly string[], record: readonly string[], ts: number): Sighting['traits'] {
  return new Map(
    names.flatMap((name, i) => {
      const text = record[i] ?? ''
      return name === 'id' || text === '' ? [] : [[name, { value: toValue(text), ts }]]
    }),
  )
}

/** `007` and `+49…` are names of something and no amounts. */
const toValue = (text: string): string | number =>
  /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && Number.isSafeInteger(Math.trunc(Number(text)))
    ? Number(text)
    : text
