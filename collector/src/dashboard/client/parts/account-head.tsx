import type { AccountDetail, Flag } from '../../../api-types'
import { Icon } from '../../shared/icon'
import { useFormat } from '../format/use-format'
import { idWords } from '../format/words'
import { BandLabel } from './band'
import { Figure } from './figure-text'
import { Term } from './term'

interface AccountHeadProps {
  account: AccountDetail
  nameOf: (userId: string | null) => string
}

export function AccountHead({ account, nameOf }: AccountHeadProps) {
  const format = useFormat()
  return (
    <header class="account-head">
      <AccountTitle {...account} />
      <div class="account-score">
        <span class="big-figure">
          <Figure value={account.score} format={format.score} />
        </span>
        <div>
          <Term id="score">Score</Term>
          <BandLabel band={account.band} />
        </div>
      </div>
      <FlagList flags={account.flags} nameOf={nameOf} />
    </header>
  )
}

/** What stands at its place while the rest is on its way. */
export function AccountTitle({ id, name }: Pick<AccountDetail, 'id' | 'name'>) {
  return (
    <div class="account-title">
      <a class="back" href="/accounts">
        <Icon name="back" />
        Accounts
      </a>
      <h1>{name}</h1>
      {name !== id && <p class="page-note mono">{id}</p>}
    </div>
  )
}

interface FlagListProps extends Pick<AccountHeadProps, 'nameOf'> {
  flags: readonly Flag[]
}

function FlagList({ flags, nameOf }: FlagListProps) {
  if (flags.length === 0) return null
  return (
    <ul class="flag-list" aria-label="Flags">
      {flags.map(({ id, text, userId }) => (
        <li key={id}>
          <Icon name="flag" />
          <span>
            <Term id={id}>{idWords(id)}</Term> {text}
            {userId !== undefined && `: ${nameOf(userId)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
