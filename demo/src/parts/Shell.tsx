import type { ComponentChildren } from 'preact'
import { signOut } from '../store/session'
import type { Session } from '../store/shapes'
import { t } from '../text/text'
import { Avatar } from './Avatar'
import { Icon, Logo } from './Icon'

const PAGES = [
  { path: '/projects', name: 'projects' },
  { path: '/reports', name: 'reports' },
  { path: '/team', name: 'team' },
  { path: '/billing', name: 'billing' },
  { path: '/settings', name: 'settings' },
] as const

/** Navigation beside the page; above it on a narrow screen. */
export function Shell({
  path,
  session,
  children,
}: {
  path: string
  session: Session
  children: ComponentChildren
}) {
  return (
    <div class="shell">
      <a class="skip" href="#content">
        {t('skip')}
      </a>
      <header class="side">
        <a class="brand" href="/projects">
          <Logo /> Tandem
        </a>
        <Navigation path={path} />
        <Account session={session} />
      </header>
      <main id="content" class="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function Navigation({ path }: { path: string }) {
  return (
    <nav class="nav" aria-label={t('mainNavigation')}>
      {PAGES.map((page) => (
        <a key={page.path} href={page.path} aria-current={path.startsWith(page.path) ? 'page' : undefined}>
          <Icon name={page.name} />
          {t(page.name)}
        </a>
      ))}
    </nav>
  )
}

function Account({ session }: { session: Session }) {
  return (
    <details class="account">
      <summary>
        <Avatar name={session.name} />
        <span class="unseen">{t('accountMenu')}</span>
        <span class="account-names">
          <strong>{session.name}</strong>
          <span>{session.account.name}</span>
        </span>
      </summary>
      <div class="account-menu">
        <a href="/sign-in">
          <Icon name="team" /> {t('switchPerson')}
        </a>
        <button type="button" onClick={signOut}>
          <Icon name="exit" mirrored /> {t('signOut')}
        </button>
      </div>
    </details>
  )
}
