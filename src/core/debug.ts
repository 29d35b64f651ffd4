import type { GuideKind, Problem, WireEvent } from '../schema'
import type { ExplainedVerdict } from './explain'
import type { SurfaceHost, Tick } from './surface'

/** A guide of the config, as the debug panel lists it. */
export interface DebugGuide {
  id: string
  kind: GuideKind
  isOpen: boolean
}

/** All that the debug panel is given. It changes nothing. */
export interface DebugHost extends Pick<SurfaceHost, 'context' | 'locale' | 'dir' | 'theme'> {
  /** What is wrong with the config: guides that are left out are listed too. */
  problems: readonly Problem[]
  /** In the order of the config. */
  guides(): DebugGuide[]
  explain(id: string): Promise<ExplainedVerdict[]>
  $tick: Tick
  /** What was tracked before the panel came. */
  early: readonly { event: WireEvent }[]
  /** Every event as it is made; `sent` is false where the user has not allowed analytics. Returns the cleanup. */
  onEvent(listener: (event: WireEvent, sent: boolean) => void): () => void
}
