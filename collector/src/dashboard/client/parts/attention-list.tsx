import type { AccountRow } from '../../../api-types'
import { numberTrait } from '../format/traits'
import { useFormat } from '../format/use-format'
import { AccountLink } from './account-link'
import { Figure } from './figure-text'

/** The accounts at risk that pay most, each with what weighs it down. */
export function AttentionList({ accounts }: { accounts: readonly AccountRow[] }) {
  if (accounts.length === 0) return <p class="quiet-note">No account is at risk.</p>
  return (
    <ul class="rows">
      {accounts.map((account) => (
        <AttentionRow key={account.id} account={account} />
      ))}
    </ul>
  )
}

function AttentionRow({ account }: { account: AccountRow }) {
  const format = useFormat()
  const mrr = numberTrait(account.traits, 'mrr')
  const reason = reasonOf(account)
  return (
    <li class="row">
      <div class="row-text">
        <AccountLink account={account} />
        {reason && <p class="row-note">{reason}</p>}
      </div>
      <div class="row-figure">
        <Figure value={account.score} format={format.score} />
        {mrr !== null && <span class="row-note num">MRR {format.money(mrr)}</span>}
      </div>
    </li>
  )
}

/** Silence comes first: it holds the score down whatever the components say. */
function reasonOf({ flags, drivers }: AccountRow): string | undefined {
  const silence = flags.find(({ id }) => id === 'dormant')
  const loss = drivers.find(({ direction }) => direction === 'down')
  return (silence ?? loss ?? flags[0])?.text
}
