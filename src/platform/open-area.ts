import { type Area, openLocalArea } from './area'
import { withCookies } from './cookies'

/** `cookie` shares identity, session and consent between the subdomains of a site; undefined keeps all in memory. */
export function openArea(kind: 'local' | 'cookie' | 'memory'): Area | undefined {
  const local = kind === 'memory' ? undefined : openLocalArea()
  return local && kind === 'cookie' ? withCookies(local) : local
}
