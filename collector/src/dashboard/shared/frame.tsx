import type { ComponentChildren } from 'preact'
import { Icon, Mark } from './icon'
import { NAVIGATION, type PageId } from './pages'

interface FrameProps {
  page: PageId
  person: string
  csrf: string
  children: ComponentChildren
}

/** What surrounds every page behind the login. Rendered by the server first and taken over by the client. */
export function Frame({ page, person, csrf, children }: FrameProps) {
  return (
    <div class="frame">
      <a class="skip" href="#main">
        Skip to content
      </a>
      <div class="side">
        <header class="side-head">
          <a class="brand" href="/">
            <Mark />
            Handrail
          </a>
          <Navigation page={page} />
          <form class="person" method="post" action="/logout">
            <input type="hidden" name="_csrf" value={csrf} />
            <span class="person-name" title={person}>
              {person}
            </span>
            <button class="button quiet" type="submit">
              <Icon name="logout" />
              Log out
            </button>
          </form>
        </header>
      </div>
      <main id="main" class="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function Navigation({ page }: { page: PageId }) {
  const current = page === 'account' ? 'accounts' : page
  return (
    <nav class="nav" aria-label="Pages">
      <ul>
        {NAVIGATION.map((item) => (
          <li key={item.page}>
            <a href={item.href} aria-current={item.page === current ? 'page' : undefined}>
              <Icon name={item.page} />
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Stands where a page will be, at about its size, so that nothing jumps; `titled` where its head is yet to come, too. */
export function PageSkeleton({ titled = false }) {
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">Loading</span>
      {titled && <div class="bone bone-title" />}
      <div class="bone bone-row" />
      <div class="bone bone-block" />
    </div>
  )
}
