import type { AccountUser } from '../../../api-types'
import { userName } from '../format/people'
import { textTrait } from '../format/traits'
import { useFormat } from '../format/use-format'
import { NoData } from './figure-text'
import { Section } from './section'
import { Term } from './term'
import { useFirst } from './use-first'

const SHOWN_AT_FIRST = 8

export function UserList({ users }: { users: readonly AccountUser[] }) {
  const sorted = [...users].sort(
    (a, b) => b.activeDays - a.activeDays || (b.lastSeen ?? 0) - (a.lastSeen ?? 0),
  )
  const { shown, more } = useFirst(sorted, SHOWN_AT_FIRST)
  return (
    <Section title="Users" aside={<Term id="active-days">Active days of 28</Term>}>
      {users.length === 0 && <p class="quiet-note">Nobody has been identified in this account yet.</p>}
      <ul class="rows">
        {shown.map((user) => (
          <UserRow key={user.id} user={user} />
        ))}
      </ul>
      {more}
    </Section>
  )
}

function UserRow({ user }: { user: AccountUser }) {
  const format = useFormat()
  const role = textTrait(user.traits, 'role')
  return (
    <li class="row">
      <div class="row-text">
        <p>
          <span class="strong">{userName(user)}</span> {role && <span class="row-note">{role}</span>}
        </p>
        <p class="row-note">
          {user.lastSeen === null ? <NoData /> : <>Seen {format.ago(user.lastSeen, Date.now())}</>}
          {user.verified && (
            <>
              , <Term id="verified">verified</Term>
            </>
          )}
        </p>
      </div>
      <span class="row-figure num">{format.whole(user.activeDays)}</span>
    </li>
  )
}
