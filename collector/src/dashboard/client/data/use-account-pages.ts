import { useEffect, useState } from 'preact/hooks'
import type { AccountRow, AccountsPage } from '../../../api-types'
import { type AccountsView, accountsPath } from './accounts-query'
import { asFailure, type Failure, getJson } from './request'
import { type Resource, useResource } from './use-resource'

export interface AccountPages {
  first: Resource<AccountsPage>
  /** Every row loaded so far. */
  rows: readonly AccountRow[]
  hasMore: boolean
  loadingMore: boolean
  moreFailure: Failure | null
  loadMore(): void
}

interface Later {
  after: AccountsPage | null
  rows: AccountRow[]
  next: string | null
}

/** The list of a view, page by page. A change of the view, or newer data, begins again at the first page. */
export function useAccountPages(view: AccountsView): AccountPages {
  const first = useResource<AccountsPage>(accountsPath(view))
  const [later, setLater] = useState<Later>({ after: null, rows: [], next: null })
  const [loadingMore, setLoadingMore] = useState(false)
  const [moreFailure, setMoreFailure] = useState<Failure | null>(null)
  const page = first.data

  useEffect(() => {
    setLater({ after: page, rows: [], next: page?.next ?? null })
    setMoreFailure(null)
  }, [page])

  const loadMore = () => {
    setLoadingMore(true)
    setMoreFailure(null)
    getJson<AccountsPage>(accountsPath(view, { cursor: later.next ?? '' }))
      .then(({ accounts, next }) =>
        setLater((last) =>
          last.after === page ? { ...last, rows: [...last.rows, ...accounts], next } : last,
        ),
      )
      .catch((error) => setMoreFailure(asFailure(error)))
      .finally(() => setLoadingMore(false))
  }

  const rows = [...(page?.accounts ?? []), ...(later.after === page ? later.rows : [])]
  return {
    first,
    rows,
    hasMore: later.after === page && later.next !== null,
    loadingMore,
    moreFailure,
    loadMore,
  }
}

/** Every account of a view, however many pages it takes. Throws `RequestFailure`. */
export async function fetchAllAccounts(view: AccountsView): Promise<AccountRow[]> {
  const rows: AccountRow[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: AccountsPage = await getJson<AccountsPage>(accountsPath(view, { cursor, limit: 500 }))
    rows.push(...page.accounts)
    cursor = page.next
  }
  return rows
}
