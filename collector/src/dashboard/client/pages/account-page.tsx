import { useEffect } from 'preact/hooks'
import type { AccountDetail } from '../../../api-types'
import { ScoreHistory } from '../charts/score-history'
import { useResource } from '../data/use-resource'
import { createNames } from '../format/people'
import { AccountFacts } from '../parts/account-facts'
import { AccountHead, AccountTitle } from '../parts/account-head'
import { nameAtFirst } from '../parts/account-link'
import { Answers } from '../parts/answers'
import { Breakdown } from '../parts/breakdown'
import { Changes } from '../parts/changes'
import { Drivers } from '../parts/drivers'
import { GuideList } from '../parts/guide-list'
import { Loaded } from '../parts/states'
import { Timeline } from '../parts/timeline'
import { UserList } from '../parts/user-list'

export function AccountPage({ id }: { id: string }) {
  const account = useResource<AccountDetail>(`/api/accounts/${encodeURIComponent(id)}`)
  return (
    <>
      {account.data === null && (
        <header class="account-head">
          <AccountTitle id={id} name={nameAtFirst(id)} />
        </header>
      )}
      <Loaded from={account}>{(data) => <Account account={data} />}</Loaded>
    </>
  )
}

function Account({ account }: { account: AccountDetail }) {
  useEffect(() => {
    document.title = `${account.name} · Handrail`
  }, [account.name])
  const nameOf = createNames(account.users)
  return (
    <>
      <AccountHead account={account} nameOf={nameOf} />
      <div class="columns aside">
        <div class="stack">
          <Breakdown account={account} />
          <Drivers drivers={account.drivers} />
          <ScoreHistory history={account.history} />
          <Changes changes={account.changes} />
        </div>
        <div class="stack">
          <AccountFacts account={account} />
          <Answers answers={account.answers} nameOf={nameOf} />
          <GuideList guides={account.guides} />
          <UserList users={account.users} />
        </div>
        <Timeline entries={account.timeline} nameOf={nameOf} />
      </div>
    </>
  )
}
