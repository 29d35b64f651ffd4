import type { Band } from '../../../api-types'

/** What the reader asked of the list; it lives in the address, so that it can be sent to a colleague. */
export interface AccountsView {
  text: string
  band: Band | ''
  flag: string
  /** A column, with `-` in front for descending. */
  sort: string
}

export const DEFAULT_SORT = 'score'
const BANDS: readonly string[] = ['healthy', 'watch', 'at_risk', 'unknown'] satisfies Band[]

const isBand = (value: string): value is Band => BANDS.includes(value)

export function readView(search: string): AccountsView {
  const params = new URLSearchParams(search)
  const band = params.get('band') ?? ''
  return {
    text: params.get('q') ?? '',
    band: isBand(band) ? band : '',
    flag: params.get('flag') ?? '',
    sort: params.get('sort') ?? DEFAULT_SORT,
  }
}

/** The address of a view; what is at its default is left out. */
export function viewHref({ text, band, flag, sort }: AccountsView): string {
  const params = new URLSearchParams()
  if (text) params.set('q', text)
  if (band) params.set('band', band)
  if (flag) params.set('flag', flag)
  if (sort !== DEFAULT_SORT) params.set('sort', sort)
  const query = params.toString()
  return query ? `/accounts?${query}` : '/accounts'
}

/** The API's address for one page of the view. */
export function accountsPath(view: AccountsView, { cursor = '', limit = 100 } = {}): string {
  const params = new URLSearchParams({ sort: view.sort, limit: String(limit) })
  const filter = filterTerms(view)
  if (filter) params.set('filter', filter)
  if (cursor) params.set('cursor', cursor)
  return `/api/accounts?${params}`
}

function filterTerms({ text, band, flag }: AccountsView): string {
  return [band && `band:${band}`, flag && `flag:${flag}`, text.trim()].filter(Boolean).join(' ')
}

/** The next sort after a column's heading was used: what matters first, then the other way round. */
export function nextSort(current: string, column: string, first: 'up' | 'down'): string {
  const up = column
  const down = `-${column}`
  if (current === up) return down
  if (current === down) return up
  return first === 'up' ? up : down
}
