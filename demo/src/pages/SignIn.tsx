import { useEffect, useState } from 'preact/hooks'
import { Avatar } from '../parts/Avatar'
import { Field, named } from '../parts/Field'
import { onSubmit } from '../parts/form'
import { Logo } from '../parts/Icon'
import { track } from '../product-events'
import { navigate } from '../router'
import { isObject } from '../store/kept'
import { signIn } from '../store/session'
import type { Session } from '../store/shapes'
import { startTrial } from '../store/trial'
import { type TextKey, t } from '../text/text'

export function SignIn() {
  return (
    <main class="sign-in" id="content">
      <section class="sign-in-lead">
        <p class="brand">
          <Logo /> Tandem
        </p>
        <h1>{t('signInTitle')}</h1>
        <p>{t('signInLead')}</p>
      </section>
      <div class="sign-in-ways">
        <Trial />
        <People />
      </div>
    </main>
  )
}

function Trial() {
  const submit = onSubmit((field) => {
    const session = startTrial(field('name'), field('company'))
    enter(session)
    track('Trial Started', { company: session.account.name })
  })
  return (
    <form class="card stack" onSubmit={submit}>
      <h2>{t('tryTitle')}</h2>
      <Field name="name" label={t('yourName')}>
        <input {...named('name')} required maxLength={80} autoComplete="name" defaultValue="Ada Moreau" />
      </Field>
      <Field name="company" label={t('company')}>
        <input
          {...named('company')}
          required
          maxLength={80}
          autoComplete="organization"
          defaultValue="Paper Kite"
        />
      </Field>
      <button type="submit" class="button primary">
        {t('startTrial')}
      </button>
      <p class="quiet">{t('trialNote')}</p>
    </form>
  )
}

interface Persona extends Session {
  /** How this account came along: decides what there is to see in it. */
  pattern: Pattern
}

const ABOUT = {
  stalled: 'aboutStalled',
  thriving: 'aboutThriving',
  detractor: 'aboutDetractor',
  fading: 'aboutFading',
} as const satisfies Record<string, TextKey>
type Pattern = keyof typeof ABOUT

function People() {
  const [people, setPeople] = useState<Persona[] | 'failed'>([])
  useEffect(() => {
    loadPeople().then(setPeople, () => setPeople('failed'))
  }, [])
  return (
    <section class="card stack" aria-labelledby="people-title">
      <h2 id="people-title">{t('signInAs')}</h2>
      {people === 'failed' ? (
        <p class="quiet">{t('peopleFailed')}</p>
      ) : (
        <ul class="people">
          {people.map((person) => (
            <li key={person.id}>
              <Person person={person} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Person({ person: { pattern, ...session } }: { person: Persona }) {
  const role = t(session.role === 'admin' ? 'adminRole' : 'memberRole')
  return (
    <button type="button" class="person" onClick={() => enter(session)}>
      <Avatar name={session.name} />
      <span>
        <strong>{session.name}</strong>
        <span>{t('roleIn', { role, account: session.account.name })}</span>
        <span class="quiet">{t(ABOUT[pattern])}</span>
      </span>
    </button>
  )
}

function enter(session: Session): void {
  signIn(session)
  navigate('/projects')
}

async function loadPeople(): Promise<Persona[]> {
  const response = await fetch('/people.json')
  const people: unknown = await response.json()
  if (!Array.isArray(people)) throw new Error('/people.json: a list was expected')
  return people.filter(isPersona)
}

const isPersona = (value: unknown): value is Persona =>
  isObject(value) &&
  typeof value.name === 'string' &&
  isObject(value.account) &&
  typeof value.pattern === 'string' &&
  value.pattern in ABOUT
