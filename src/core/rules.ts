import { evaluate, eventMatches } from './conditions'
import { matchesPage } from './page-pattern'

/**
 * What a chunk asks of the first script. The machines of tours, surveys and checklists get it as an argument, so that
 * no chunk carries the evaluator a second time.
 */
export interface Rules {
  evaluate: typeof evaluate
  matchesPage: typeof matchesPage
  eventMatches: typeof eventMatches
}

export const rules: Rules = { evaluate, matchesPage, eventMatches }
