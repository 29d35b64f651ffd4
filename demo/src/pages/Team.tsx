import { useState } from 'preact/hooks'
import { Avatar } from '../parts/Avatar'
import { Field, named, Select } from '../parts/Field'
import { onSubmit } from '../parts/form'
import { $session } from '../store/session'
import type { Member } from '../store/shapes'
import { useStore } from '../store/use-store'
import { inviteMember } from '../store/work'
import { $workspace } from '../store/workspace'
import { t } from '../text/text'

export function Team() {
  const { members } = useStore($workspace)
  const seats = useStore($session)?.account.seats ?? 0
  return (
    <>
      <header class="page-head">
        <div>
          <h1>{t('team')}</h1>
          <p>{t('teamLead', { used: members.length, seats })}</p>
        </div>
      </header>
      <div class="columns">
        <ul class="card members rows">
          {members.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </ul>
        <Invitation />
      </div>
    </>
  )
}

function MemberRow({ member }: { member: Member }) {
  return (
    <li>
      <Avatar name={member.name} />
      <span class="member-names">
        <strong>{member.name}</strong>
        <span class="quiet">{member.email}</span>
      </span>
      {member.invited && <span class="tag">{t('invited')}</span>}
      <span class="quiet">{t(member.role === 'admin' ? 'adminRole' : 'memberRole')}</span>
    </li>
  )
}

function Invitation() {
  const [sentTo, setSentTo] = useState('')
  const submit = onSubmit((field) => {
    inviteMember(field('email'), field('role') === 'admin' ? 'admin' : 'member')
    setSentTo(field('email'))
  })
  return (
    // The key empties the fields after each invitation.
    <form key={sentTo} class="card stack" onSubmit={submit}>
      <h2>{t('invite')}</h2>
      <Field name="email" label={t('email')}>
        <input
          {...named('email')}
          type="email"
          required
          maxLength={120}
          autoComplete="off"
          placeholder="lina@paper-kite.example"
        />
      </Field>
      <Field name="role" label={t('role')}>
        <Select name="role" value="member" options={ROLES} />
      </Field>
      <button type="submit" class="button primary" data-tour="send-invite">
        {t('sendInvite')}
      </button>
      <p class="quiet" role="status">
        {sentTo && t('inviteSent', { email: sentTo })}
      </p>
    </form>
  )
}

const ROLES = [
  ['member', t('memberRole')],
  ['admin', t('adminRole')],
] as const
