import type { Action, Config, GuideBase, GuideKind, Media, Text, Theme, WireEvent } from '../schema'
import type { Context } from './context'
import type { Strings } from './english'
import type { Rules } from './rules'

/** How a guide ended. */
export type Outcome = 'completed' | 'dismissed' | 'snoozed' | 'failed'

/** Says that something has changed, not what. */
export interface Tick {
  /** Returns the cleanup. */
  listen(listener: () => void): () => void
}

/** Makes something of a text in which values are filled in, and of what stands beside it. */
export interface Markup {
  /** Its paragraphs and lists, as the library that draws takes them. */
  draw(text: string, values: Values): object[]
  /** What it says, read aloud. */
  read(text: string, values: Values): string
  /** A component that shows a picture or a video; absent where no guide has one. */
  Media?(shown: MediaProps): object
}
export interface MediaProps {
  media: Media
  plain: (text: Text) => string
  /** Names the button that plays a video. */
  playLabel: (title: string) => string
}
type Values = Readonly<Record<string, unknown>>

/** All that a surface is given by the first script. It neither fetches nor stores: it reports here. */
export interface SurfaceHost<State = unknown> {
  /** Sends an event; `guide_id`, `guide_kind` and `guide_version` are added. */
  track(event: string, properties?: Record<string, unknown>): void
  /** Carries out start, navigate, open, track and call. next, back, close and snooze are the surface's own. */
  act(action: Exclude<Action, string>): void
  /** Progress, kept across reloads, navigation and tabs; `undefined` forgets it. */
  save(state: State | undefined): void
  /** How far it has come: before it was opened, and since, in this tab or another one. */
  saved(): State | undefined
  /** Called once, when the surface has left the screen; also sends the closing event of the guide. */
  close(outcome: Outcome, properties?: Record<string, unknown>): void
  context(): Context
  /** Within 2 s of a change that the user made to a text. */
  isTyping(): boolean
  /** Changes whenever something a condition may ask about has changed. */
  $tick: Tick
  /** Every event as it is tracked; returns the cleanup. */
  onEvent(listener: (event: WireEvent) => void): () => void
  rules: Rules
  locale: string
  /** The interface in that language; without them it speaks English. */
  strings?: Strings | undefined
  /** For Markdown; without it no text of the guide holds any. */
  markup?: Markup | undefined
  dir: 'ltr' | 'rtl'
  theme: Theme
  config: Config
  /** Opened to be closed at once: nobody may see anything of it. */
  isRehearsal?: true
}

/** What stands behind an open guide. `close` removes it at once, without an event. */
export interface Surface {
  close(): void
  /** Opens it wide, where it can be collapsed. */
  expand?(): void
}

/** The parts of a host that are the same for every guide. */
export type SharedHost = Omit<SurfaceHost, 'track' | 'save' | 'saved' | 'close'>

/** What each chunk exports as `open`. */
export type OpenSurface<Guide extends GuideBase = GuideBase, State = unknown> = (
  guide: Guide,
  host: SurfaceHost<State>,
) => Surface

/** Loads what a guide of this kind needs. */
export type LoadSurface = (kind: GuideKind, guide: GuideBase) => Promise<OpenSurface>
