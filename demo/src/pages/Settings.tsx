import { useState } from 'preact/hooks'
import { Field, named, Select } from '../parts/Field'
import { onSubmit } from '../parts/form'
import { $mode, LANGUAGES, language, MODES, setLanguage } from '../store/preferences'
import { $session, updateSession } from '../store/session'
import { useStore } from '../store/use-store'
import { t } from '../text/text'

export function Settings() {
  return (
    <>
      <header class="page-head">
        <h1>{t('settings')}</h1>
      </header>
      <div class="columns">
        <Profile />
        <Appearance />
      </div>
    </>
  )
}

function Profile() {
  const session = useStore($session)
  const [saved, setSaved] = useState(false)
  const submit = onSubmit((field) => {
    const name = field('name')
    updateSession({ name, firstName: name.split(' ')[0] ?? name, email: field('email') })
    setSaved(true)
  })
  return (
    <form class="card stack" onSubmit={submit} onInput={() => setSaved(false)}>
      <h2>{t('profile')}</h2>
      <Field name="name" label={t('yourName')}>
        <input {...named('name')} required maxLength={80} autoComplete="name" defaultValue={session?.name} />
      </Field>
      <Field name="email" label={t('email')}>
        <input
          {...named('email')}
          type="email"
          required
          maxLength={120}
          autoComplete="email"
          defaultValue={session?.email}
        />
      </Field>
      <button type="submit" class="button primary">
        {t('save')}
      </button>
      <p class="quiet" role="status">
        {saved && t('saved')}
      </p>
    </form>
  )
}

const MODE_NAMES = { auto: t('modeAuto'), light: t('modeLight'), dark: t('modeDark') }
const LANGUAGE_OPTIONS = (['en', 'fa', 'ar'] as const).map((id) => [id, LANGUAGES[id]] as const)

function Appearance() {
  const mode = useStore($mode)
  return (
    <section class="card stack">
      <h2>{t('appearance')}</h2>
      <fieldset class="segments">
        <legend>{t('mode')}</legend>
        {MODES.map((option) => (
          <label key={option}>
            <input type="radio" name="mode" checked={option === mode} onChange={() => $mode.set(option)} />
            <span>{MODE_NAMES[option]}</span>
          </label>
        ))}
      </fieldset>
      <Field name="language" label={t('language')}>
        <Select name="language" value={language} options={LANGUAGE_OPTIONS} onChange={setLanguage} />
      </Field>
    </section>
  )
}
