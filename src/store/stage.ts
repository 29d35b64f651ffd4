import type { Page } from '../core/free'
import type { Refusal } from '../core/gates'
import type { LoadSurface, SharedHost } from '../core/surface'
import type { Listening, TriggerInput } from '../core/triggers'
import type { Reporter } from '../platform/report'
import type { Entry } from './entries'

/** A guide that is ready, but for what may go away by itself. */
export interface Kept {
  entry: Entry
  refusal: Refusal | undefined
}

export interface Waits {
  /** These are kept away, and no others. */
  see(kept: readonly Kept[]): void
  /** The user has come to another page. */
  newPage(): void
  destroy(): void
}

/** The page, as far as the director needs it. Every `on…` returns its cleanup. */
export interface Stage extends Page {
  track(event: string, properties: Record<string, unknown>): void
  load: LoadSurface
  /** Loads and rehearses what this guide needs when the browser has nothing else to do; once for all guides of a kind. */
  rehearse(entry: Pick<Entry, 'kind' | 'guide'>, shared: SharedHost, isWanted: () => boolean): void
  /** Listens for what a trigger waits for; an element is told of now, and whenever it appears or goes. */
  onMoment(wanted: Listening, happened: (input: TriggerInput) => void): () => void
  /** Loads what waits for obstacles to go; it says `again` when one may have gone. Returns the cleanup. */
  loadWaits(again: () => void, loaded: (waits: Waits) => void): () => void
  /** Runs once, so many ms from now, or before when that is weeks away. */
  later(delayMs: number, run: () => void): () => void
  /** The one place for an interruption among all tabs: resolves to whether this tab has it now. */
  claim(): Promise<boolean>
  release(): void
  /** Says so when another tab has freed the place this tab was refused. */
  onFreed(run: () => void): () => void
  report: Reporter
}
