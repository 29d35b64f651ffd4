import type { ExplainedVerdict } from './core/explain'
import type { Gate } from './core/gates'
import type { Config, GuideKind, Theme, WireEvent } from './schema'

/** What the host has been allowed to do by its user; each is independent of the others. */
export interface Consent {
  /** Events may be sent. @default true, unless the browser sends Global Privacy Control */
  analytics?: boolean
  /** Guides may be shown. @default true */
  guides?: boolean
  /** Ids, history and undelivered events may be kept in the browser. @default true */
  storage?: boolean
}

export interface HandrailOptions {
  /** Public key of the project. */
  writeKey: string
  /** Origin of the collector. @default the origin of the script, or of the page when used from npm */
  endpoint?: string
  /** The config, or where it is. @default `${endpoint}/v1/config?writeKey=…` */
  config?: Config | string
  /** BCP 47 language of interface and texts. @default `<html lang>`, else the language of the browser */
  locale?: string
  /** Replaces parts of the theme of the config. @default {} */
  theme?: Theme
  /** CSP nonce, for browsers without constructable style sheets. @default none */
  nonce?: string
  /** @default everything allowed, but analytics where the browser sends Global Privacy Control */
  consent?: Consent
  /** Where ids and undelivered events are kept. @default 'local' */
  storage?: 'local' | 'cookie' | 'memory'
  /** Honour Global Privacy Control for analytics. @default true */
  gpc?: boolean
  /** Honour Do Not Track for analytics. @default false */
  dnt?: boolean
  /** Send a `page` event when the path changes. @default true */
  autoPage?: boolean
  /** Opens a panel of guides with their gates, events and what is known of the user. @default `?handrail_debug` in the URL */
  debug?: boolean
  /** The clock, ms since the epoch. @default Date.now */
  now?: () => number
  /** Sees every event before it is queued; returns it, a changed one, or `null` to drop it. @default the event as it is */
  beforeSend?: (event: WireEvent) => WireEvent | null
  /** Takes the user to a URL inside the host's router. @default location.assign */
  onNavigate?: (url: string) => void
  /** Carries out `{ call: name, with: data }` of a config. @default a console warning */
  onAction?: (name: string, data: Record<string, unknown>) => void
  /** @default window.fetch */
  fetch?: typeof fetch
}

/** What happens to a guide on the screen. */
export interface GuideEvent {
  id: string
  kind: GuideKind
  phase: 'shown' | 'completed' | 'dismissed' | 'snoozed' | 'failed'
}

export interface HandrailEvents {
  event: WireEvent
  guide: GuideEvent
}

export interface Handrail {
  /** Names the user. `signature` is HMAC-SHA256(identity secret, userId) in hex, made on your server. */
  identify(userId: string, traits?: Record<string, unknown>, options?: { signature?: string }): void
  /** Names the account the user belongs to. */
  group(accountId: string, traits?: Record<string, unknown>): void
  track(event: string, properties?: Record<string, unknown>): void
  /** Sends a page event; sent by itself when the path changes, unless `autoPage` is false. */
  page(name?: string, properties?: Record<string, unknown>): void
  /** Starts a guide whoever the user is and however often it was shown. Resolves to 'shown', or to the gate that refused. */
  start(guideId: string): Promise<'shown' | Gate>
  /** Takes a guide off the screen. Resolves nothing and records nothing but its dismissal. */
  stop(guideId: string): void
  /** Returns its cleanup. */
  on<Name extends keyof HandrailEvents>(
    name: Name,
    listener: (event: HandrailEvents[Name]) => void,
  ): () => void
  consent(consent: Consent): void
  /** Resolves to the gates of a guide in order, each with its verdict in words; empty when there is no such guide. */
  explain(guideId: string): Promise<ExplainedVerdict[]>
  /** Resolves when everything tracked so far has been answered by the collector, or cannot be sent now. */
  flush(): Promise<void>
  /** Forgets the user: the next one is somebody else. */
  reset(): void
  /** Leaves the page as it was found. */
  destroy(): void
}
