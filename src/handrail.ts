import type { ExplainedVerdict } from './core/explain'
import type { Gate } from './core/gates'
import type { Config, GuideKind, Theme, WireEvent } from './schema'

/** What the user allows; each is independent of the others. */
export interface Consent {
  /**
   * Events may be sent; without it none is queued, and what waits is forgotten.
   * @default `true`, unless the browser objects (`gpc`, `dnt`)
   */
  analytics?: boolean
  /** Guides may be shown. @default `true` */
  guides?: boolean
  /** Ids, history and undelivered events may be kept in the browser. @default `true` */
  storage?: boolean
}

export interface HandrailOptions {
  /** Public key of the project. */
  writeKey: string
  /** Origin of the collector. @default the origin of the script, or of the page when used from npm */
  endpoint?: string
  /** The config itself, or its URL. @default what is published for the write key: `/v1/config` of the collector */
  config?: Config | string
  /** BCP 47 language of interface and texts. @default that of `<html lang>`, else of the browser */
  locale?: string
  /** Replaces parts of the theme of the config. @default `{}` */
  theme?: Theme
  /**
   * Accepted, and not needed: style sheets are constructed, which no `style-src` forbids, and chunks come from where the
   * script comes from. @default none
   */
  nonce?: string
  /**
   * What the user allows as long as `consent()` has kept no choice of theirs.
   * @default all, but analytics where the browser objects (`gpc`, `dnt`)
   */
  consent?: Consent
  /**
   * Where ids, history and undelivered events are kept: `'local'` is `localStorage`; with `'cookie'` ids, session and consent
   * are shared by the subdomains of a site; `'memory'` keeps nothing. @default `'local'`
   */
  storage?: 'local' | 'cookie' | 'memory'
  /** Whether a browser that sends Global Privacy Control has analytics off. @default `true` */
  gpc?: boolean
  /** Whether a browser that sends Do Not Track has analytics off. @default `false` */
  dnt?: boolean
  /** Sends a `page` event on arrival and when the path changes. @default `true` */
  autoPage?: boolean
  /**
   * Opens a panel of guides with their gates, events and what is known of the user.
   * @default `false`, unless `?handrail_debug` is in the URL
   */
  debug?: boolean
  /** The clock, ms since the epoch. @default `Date.now` */
  now?: () => number
  /**
   * Sees every event before it is queued; returns it, a changed one, or `null` to drop it. Id, time and type stay; when it
   * throws, the event is dropped. @default the event as it is
   */
  beforeSend?: (event: WireEvent) => WireEvent | null
  /** Takes the user to the URL of `{ navigate: url }`, by the router of the host. @default `location.assign` */
  onNavigate?: (url: string) => void
  /** Carries out `{ call: name, with: data }` of a button or item. @default a console warning */
  onAction?: (name: string, data: Record<string, unknown>) => void
  /** Makes all requests for data: config, events, what happened on other devices. @default `window.fetch` */
  fetch?: typeof fetch
}

/** What happens to a guide on the screen. */
export interface GuideEvent {
  /** Its id in the config. */
  id: string
  /** What kind of guide it is. */
  kind: GuideKind
  /** What has just happened to it. */
  phase: 'shown' | 'completed' | 'dismissed' | 'snoozed' | 'failed'
}

export interface HandrailEvents {
  /** Every event after `beforeSend`, those of Handrail included, also where analytics is off. For forwarding to another tool. */
  event: WireEvent
  /** A guide came to the screen, or left it. */
  guide: GuideEvent
}

export interface Handrail {
  /** Names the user. `signature` is HMAC-SHA256(identity secret, userId) in hex, made on your server. */
  identify(userId: string, traits?: Record<string, unknown>, options?: { signature?: string }): void
  /** Names the account the user belongs to. */
  group(accountId: string, traits?: Record<string, unknown>): void
  /** Tells what the user did. Properties are copied at once: at most 32 KB, and what JSON cannot hold becomes text. */
  track(event: string, properties?: Record<string, unknown>): void
  /** Sends a page event, in the place of the one that `autoPage` would send. */
  page(name?: string, properties?: Record<string, unknown>): void
  /**
   * Starts a guide whoever the user is and however often it was shown, in the place of the one that is open in this tab.
   * Resolves to `'shown'`, or to the gate that refused; never rejects.
   */
  start(guideId: string): Promise<'shown' | Gate>
  /** Takes a guide off the screen; it counts as dismissed. */
  stop(guideId: string): void
  /** Hears of events; returns its cleanup. */
  on<Name extends keyof HandrailEvents>(
    name: Name,
    listener: (event: HandrailEvents[Name]) => void,
  ): () => void
  /**
   * Records what the user allows, for this visit and the next ones; it stands above the option, `gpc` and `dnt`, and what is
   * not named stays. An opt-out that lasts is `consent({ analytics: false })`.
   */
  consent(consent: Consent): void
  /** Resolves to the gates of a guide in order, each with its verdict in words; empty when there is no such guide. */
  explain(guideId: string): Promise<ExplainedVerdict[]>
  /** Resolves when everything tracked so far has been answered by the collector, or cannot be sent now. */
  flush(): Promise<void>
  /** Forgets user and account, at a log-out: the next one is somebody else, with another anonymous id. Consent stays. */
  reset(): void
  /** Ends it for good and leaves the page as it was found: later calls do nothing, and what was not sent leaves with the next visit. */
  destroy(): void
}
