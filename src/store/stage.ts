import type { LoadSurface } from '../core/surface'
import type { Listening, TriggerInput } from '../core/triggers'
import type { Reporter } from '../platform/report'
import type { Action, Target } from '../schema'

/** What may stand in the way of a guide that is otherwise ready, and goes away by itself. */
export interface Obstacles {
  typing: boolean
  dialog: boolean
  hidden: boolean
  targets: readonly Target[]
}

/** The page, as far as the director needs it. Every `on…` returns its cleanup. */
export interface Stage {
  track(event: string, properties: Record<string, unknown>): void
  act(action: Exclude<Action, string>): void
  load: LoadSurface
  isTyping(): boolean
  isDialogOpen(): boolean
  isHidden(): boolean
  /** Whether the target lies in the host's open dialog. */
  isInDialog(target: Target): boolean
  /** Listens for what a trigger waits for; an element is told of now, and whenever it appears or goes. */
  onMoment(wanted: Listening, happened: (input: TriggerInput) => void): () => void
  /** Runs once when one of these may have gone. */
  onceClear(obstacles: Obstacles, run: () => void): () => void
  /** Runs once, so many ms from now. */
  later(delayMs: number, run: () => void): () => void
  /** The one place for an interruption among all tabs: resolves to whether this tab has it now. */
  claim(): Promise<boolean>
  release(): void
  /** Says so when another tab has freed the place this tab was refused. */
  onFreed(run: () => void): () => void
  report: Reporter
}
