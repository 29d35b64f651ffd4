import type { AccountRow } from '../../../api-types'
import { type Cell, toCsv } from '../format/csv'
import { numberTrait, textTrait } from '../format/traits'
import { COMPONENTS } from '../format/words'

const HEADER = [
  'id',
  'name',
  'score',
  'band',
  'coverage',
  ...COMPONENTS,
  'flags',
  'mrr',
  'renews_at',
  'as_of',
  'model_hash',
]

/** The list as CSV, figures unrounded, so that it can be computed with. */
export const accountsCsv = (accounts: readonly AccountRow[]): string => toCsv(HEADER, accounts.map(csvRow))

const csvRow = (account: AccountRow): Cell[] => [
  account.id,
  account.name,
  account.score,
  account.band,
  account.coverage,
  ...COMPONENTS.map((component) => account.components[component]),
  account.flags.map(({ id }) => id).join(' '),
  numberTrait(account.traits, 'mrr'),
  textTrait(account.traits, 'renewsAt'),
  account.asOf,
  account.modelHash,
]

/** Hands a text to the browser as a download. */
export function downloadText(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
