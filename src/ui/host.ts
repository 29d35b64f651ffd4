import type { ChecklistWord, SurveyWord, TourWord, Word } from '../core/english'
import type { MessageValues } from '../core/strings'
import type { SurfaceHost } from '../core/surface'
import type { Text } from '../schema'

export type { OpenSurface, Outcome, Surface } from '../core/surface'

/**
 * What the components of a surface are given: all that the first script hands over, and texts made ready. `withText`
 * adds these, so that parser and strings stay out of the first script.
 */
export interface GuideHost<State = unknown, Words extends Word = never>
  extends Omit<SurfaceHost<State>, 'strings'> {
  /** Localised, interpolated, and its Markdown drawn. */
  blocks(text: Text | undefined): object[]
  /** What `blocks` say. */
  read(text: Text | undefined): string
  plain(text: Text | undefined): string
  /** What the interface itself says. */
  say(word: Words, values?: MessageValues): string
}

export type TourHost<State = unknown> = GuideHost<State, TourWord>
export type ChecklistHost<State = unknown> = GuideHost<State, ChecklistWord>
export type SurveyHost<State = unknown> = GuideHost<State, SurveyWord>
