import type { AccountRow } from '../../api-types'

type Key = number | string | null

const KEYS = {
  score: ({ score }) => score,
  name: ({ name }) => name.toLowerCase(),
  mrr: ({ traits }) => (typeof traits.mrr === 'number' ? traits.mrr : null),
  renewal: ({ traits }) => (typeof traits.renewsAt === 'string' ? traits.renewsAt : null),
  loss: ({ loss }) => Object.values(loss).reduce<number | null>((sum, points) => (sum ?? 0) + points, null),
  coverage: ({ coverage }) => coverage,
} satisfies Record<string, (account: AccountRow) => Key>

export type SortName = keyof typeof KEYS

export const SORT_NAMES = Object.keys(KEYS) as SortName[] // the keys of a literal

/** Where an account stands in an order. */
export type Place = readonly [Key, string]

/** An order by one key, descending with `-` in front. What has no value comes last either way; ties go by id. */
export function accountOrder(sort: string): {
  place(account: AccountRow): Place
  compare(a: Place, b: Place): number
} {
  const descending = sort.startsWith('-')
  const name = SORT_NAMES.find((known) => known === sort.replace(/^-/, '')) ?? 'score'
  return {
    place: (account) => [KEYS[name](account), account.id],
    compare: ([a, aId], [b, bId]) => compareKeys(a, b, descending) || (aId < bId ? -1 : aId > bId ? 1 : 0),
  }
}

function compareKeys(a: Key, b: Key, descending: boolean): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return (a < b ? -1 : 1) * (descending ? -1 : 1)
}
