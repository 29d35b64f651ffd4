import { useState } from 'preact/hooks'
import { Icon } from '../../shared/icon'
import { accountsCsv, downloadText } from '../data/accounts-csv'
import { type AccountsView, readView, viewHref } from '../data/accounts-query'
import { asFailure, type Failure } from '../data/request'
import { fetchAllAccounts, useAccountPages } from '../data/use-account-pages'
import { useFormat } from '../format/use-format'
import { AccountsFilter } from '../parts/accounts-filter'
import { AccountsTable } from '../parts/accounts-table'
import { PageHead } from '../parts/page-head'
import { Empty, Loaded } from '../parts/states'
import { navigate } from '../router'

export function AccountsPage({ search }: { search: string }) {
  const view = readView(search)
  const pages = useAccountPages(view)
  const format = useFormat()
  const total = pages.first.data?.total
  const show = (change: Partial<AccountsView>) =>
    navigate(viewHref({ ...view, ...change }), { replace: true })
  return (
    <>
      <PageHead
        title="Accounts"
        note={total === undefined ? undefined : format.count(total, 'account', 'accounts')}
      >
        <CsvButton view={view} />
      </PageHead>
      <AccountsFilter view={view} onChange={show} />
      <Loaded from={pages.first}>
        {() =>
          pages.rows.length === 0 ? (
            <NoMatch view={view} />
          ) : (
            <>
              <AccountsTable accounts={pages.rows} sort={view.sort} onSort={(sort) => show({ sort })} />
              {pages.moreFailure && <p role="alert">{pages.moreFailure.message}</p>}
              {pages.hasMore && (
                <button
                  class="button more"
                  type="button"
                  disabled={pages.loadingMore}
                  onClick={pages.loadMore}
                >
                  {pages.loadingMore ? 'Loading' : 'Show more accounts'}
                </button>
              )}
            </>
          )
        }
      </Loaded>
    </>
  )
}

function CsvButton({ view }: { view: AccountsView }) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const download = () => {
    setBusy(true)
    setFailure(null)
    fetchAllAccounts(view)
      .then((accounts) => downloadText('accounts.csv', accountsCsv(accounts)))
      .catch((error) => setFailure(asFailure(error)))
      .finally(() => setBusy(false))
  }
  return (
    <>
      {failure && (
        <span class="problem" role="alert">
          {failure.message}
        </span>
      )}
      <button class="button" type="button" disabled={busy} onClick={download}>
        <Icon name="download" />
        {busy ? 'Preparing' : 'CSV'}
      </button>
    </>
  )
}

function NoMatch({ view }: { view: AccountsView }) {
  const filtered = view.text !== '' || view.band !== '' || view.flag !== ''
  return filtered ? (
    <Empty title="No account matches">
      <p>No account has all of what the filter asks for.</p>
      <a class="button" href="/accounts">
        Clear the filter
      </a>
    </Empty>
  ) : (
    <Empty title="No accounts yet">
      <p>
        Call <code>handrail.group(accountId, traits)</code> in the host product after <code>identify</code>.
        The account is listed as soon as the event has arrived.
      </p>
      <a class="button" href="/live">
        Check that events arrive
      </a>
    </Empty>
  )
}
