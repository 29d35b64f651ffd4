/** The pages that exist, in the order of the navigation. A page to come is one entry here and one in `client/app.tsx`. */
export type PageId = 'portfolio' | 'accounts' | 'account' | 'live' | 'definitions'

export interface NavItem {
  page: PageId
  href: string
  label: string
}

export const NAVIGATION: readonly NavItem[] = [
  { page: 'portfolio', href: '/', label: 'Portfolio' },
  { page: 'accounts', href: '/accounts', label: 'Accounts' },
  { page: 'live', href: '/live', label: 'Live' },
  { page: 'definitions', href: '/definitions', label: 'Definitions' },
]

/** Fastify patterns the server answers with the same shell. */
export const PAGE_PATTERNS = ['/', '/accounts', '/accounts/:id', '/live', '/definitions'] as const

export interface Route {
  page: PageId
  /** The account of an account page, decoded. */
  id?: string
}

/** The page a path names, or null: then the link belongs to the server. */
export function matchRoute(pathname: string): Route | null {
  const listed = NAVIGATION.find((item) => item.href === pathname)
  if (listed) return { page: listed.page }
  const account = /^\/accounts\/([^/]+)$/.exec(pathname)?.[1]
  return account === undefined ? null : decodeRoute(account)
}

function decodeRoute(account: string): Route | null {
  try {
    return { page: 'account', id: decodeURIComponent(account) }
  } catch {
    return null // a lone % in the address
  }
}

/** Where an account is shown. Ids come from the host product and may hold anything, even half of a surrogate pair. */
export const accountHref = (id: string): string =>
  `/accounts/${encodeURIComponent(id.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))}`
