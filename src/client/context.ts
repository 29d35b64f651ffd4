import type { Band, Context, History } from '../core/context'
import type { Who } from '../events/identity'
import { device, pagePath, pageSearch } from '../platform/environment'
import { locate } from '../platform/locate'
import type { Config } from '../schema'

export interface ContextSource {
  now: () => number
  who: () => Who
  sessionId: () => string
  history: () => History
  health: () => Band
  locale: string
  segments: NonNullable<Config['segments']>
}

/** A snapshot of all a decision may ask. */
export const readContext = (source: ContextSource): Context => {
  const { anonymousId, userId, traits, account, accountId } = source.who()
  return {
    now: source.now(),
    userId,
    anonymousId,
    sessionId: source.sessionId(),
    traits,
    account,
    accountId,
    health: source.health(),
    history: source.history(),
    path: pagePath(),
    search: pageSearch(),
    device: device(),
    language: source.locale,
    segments: source.segments,
    answers: {},
    isVisible: (target) => locate(target) !== undefined,
  }
}
