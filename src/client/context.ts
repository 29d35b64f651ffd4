import type { Band, Context, History } from '../core/context'
import type { Who } from '../events/identity'
import { device, pagePath, pageSearch } from '../platform/environment'

/** What a snapshot holds that is not on the page. */
export interface Known extends Pick<Context, 'now' | 'sessionId' | 'segments' | 'isVisible'> {
  who: Who
  history: History
  health: Band
  /** Of the interface. */
  language: string
}

/** A snapshot of all a decision may ask. */
export const readContext = ({ who, ...known }: Known): Context => ({
  ...known,
  userId: who.userId,
  anonymousId: who.anonymousId,
  traits: who.traits,
  account: who.account,
  accountId: who.accountId,
  path: pagePath(),
  search: pageSearch(),
  device: device(),
  answers: {},
})
