import type { AccountRow } from '../../../api-types'
import { Sparkline } from '../charts/sparkline'
import { numberTrait, textTrait } from '../format/traits'
import { useFormat } from '../format/use-format'
import { idWords } from '../format/words'
import { AccountLink } from './account-link'
import { BandLabel } from './band'
import { Figure, NoData } from './figure-text'

/** What a sparkline shows: recent moves would be lost in a longer span. */
export const TREND_DAYS = 30

export function AccountsTableRow({ account }: { account: AccountRow }) {
  const format = useFormat()
  const mrr = numberTrait(account.traits, 'mrr')
  const renewsAt = textTrait(account.traits, 'renewsAt')
  return (
    <tr>
      <th scope="row">
        <AccountLink account={account} data-row-link="" />
        <NarrowNote account={account} />
      </th>
      <td class="end score-cell">
        <Figure value={account.score} format={format.score} />
      </td>
      <td class="wide">
        <BandLabel band={account.band} />
      </td>
      <td data-band={account.band} class="spark-cell">
        <Sparkline values={account.trend.slice(-TREND_DAYS)} />
      </td>
      <td class="wide end num">{format.percent(account.coverage)}</td>
      <td class="wide">
        <Flags account={account} />
      </td>
      <td class="wide end">
        <Figure value={mrr} format={format.money} />
      </td>
      <td class="wide num">{renewsAt === null ? <NoData /> : format.day(renewsAt)}</td>
    </tr>
  )
}

/** What narrow screens have no column for. */
function NarrowNote({ account }: { account: AccountRow }) {
  const format = useFormat()
  const mrr = numberTrait(account.traits, 'mrr')
  return (
    <span class="narrow row-note">
      <BandLabel band={account.band} />
      {mrr !== null && <span class="num">MRR {format.money(mrr)}</span>}
      {account.flags.length > 0 && <span>{format.count(account.flags.length, 'flag', 'flags')}</span>}
    </span>
  )
}

function Flags({ account: { flags } }: { account: AccountRow }) {
  if (flags.length === 0) return <span class="no-data">none</span>
  const [first, ...others] = flags
  return (
    <span class="flags" title={flags.map(({ text }) => text).join('\n')}>
      {first && idWords(first.id)}
      {others.length > 0 && <span class="num"> +{others.length}</span>}
    </span>
  )
}
