import * as z from 'zod/mini'
import type { AccountRow, AccountsPage } from '../../api-types'
import { projectContext } from '../../signals/project-context'
import { accountFilter } from './account-filter'
import { accountOrder, type Place, SORT_NAMES } from './account-sort'
import { fromCursor, toCursor } from './cursor'
import { cursor, limit, parameters } from './parameters'
import { accountRows } from './queries/account-rows'
import { route } from './route'

const EXPECTED_SORT = `${SORT_NAMES.join(', ')}, with - in front for descending`

const query = parameters({
  sort: z._default(
    z
      .string()
      .check(
        z.refine((sort) => SORT_NAMES.some((name) => sort === name || sort === `-${name}`), EXPECTED_SORT),
      ),
    'score',
  ),
  filter: z._default(z.string(), ''),
  cursor,
  limit: limit(100, 1000),
})

export const accounts = route({
  method: 'GET',
  path: '/api/accounts',
  summary: 'Accounts with their health, page by page. The filter takes words, band:, flag: and trait:value.',
  query,
  answer: 'AccountsPage',
  async handle({ services, project, query }): Promise<AccountsPage> {
    const { today } = await projectContext(services, project)
    const { rows } = await accountRows(services, project, today)
    return page(rows.filter(accountFilter(query.filter)), query)
  },
})

function page(rows: AccountRow[], { sort, cursor, limit }: z.infer<typeof query>): AccountsPage {
  const { place, compare } = accountOrder(sort)
  const after = cursor === undefined ? null : toPlace(fromCursor(cursor))
  const sorted = rows
    .map((row) => ({ row, at: place(row) }))
    .filter(({ at }) => after === null || compare(at, after) > 0)
    .sort((a, b) => compare(a.at, b.at))
  const last = sorted.length > limit ? sorted[limit - 1] : undefined
  return {
    accounts: sorted.slice(0, limit).map(({ row }) => row),
    total: rows.length,
    next: last ? toCursor(last.at) : null,
  }
}

function toPlace([key = null, id = '']: (string | number | null)[]): Place {
  return [key, String(id)]
}
