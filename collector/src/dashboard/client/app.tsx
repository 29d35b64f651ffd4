import { useEffect, useRef } from 'preact/hooks'
import type { Boot } from '../shared/boot'
import { Frame } from '../shared/frame'
import { matchRoute, NAVIGATION, type Route } from '../shared/pages'
import { AccountPage } from './pages/account-page'
import { AccountsPage } from './pages/accounts-page'
import { DefinitionsPage } from './pages/definitions-page'
import { LivePage } from './pages/live-page'
import { PortfolioPage } from './pages/portfolio-page'
import { useAddress } from './router'

export function App({ boot }: { boot: Boot }) {
  const address = useAddress()
  const route = matchRoute(address.pathname) ?? { page: 'portfolio' }
  usePageFocus(address, route)
  return (
    <Frame page={route.page} person={boot.person} csrf={boot.csrf}>
      <Page route={route} address={address} boot={boot} />
    </Frame>
  )
}

function Page({ route, address, boot }: { route: Route; address: URL; boot: Boot }) {
  switch (route.page) {
    case 'portfolio':
      return <PortfolioPage />
    case 'accounts':
      return <AccountsPage search={address.search} />
    case 'account':
      return <AccountPage key={route.id} id={route.id ?? ''} />
    case 'live':
      return <LivePage snippet={boot.snippet} />
    case 'definitions':
      return <DefinitionsPage hash={address.hash} />
  }
}

/**
 * A page change without a document load: the title follows, and a screen reader is taken to the new page; where the
 * address names a part of it, that part takes the focus itself.
 */
function usePageFocus({ pathname, hash }: URL, { page, id }: Route): void {
  const shown = useRef(pathname)
  useEffect(() => {
    const label = NAVIGATION.find((item) => item.page === page)?.label ?? id
    document.title = `${label} · Handrail`
    if (shown.current !== pathname && !hash) document.getElementById('main')?.focus({ preventScroll: true })
    shown.current = pathname
  }, [pathname, hash, page, id])
}
