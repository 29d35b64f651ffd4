import { tell } from './survey-events'
import { give, moveTo } from './survey-give'
import { askedFrom, keptOf } from './survey-path'
import type { Asking, SurveyInput, SurveyResult, SurveyState, Told } from './survey-types'

/**
 * A survey as it is opened: anew, with this submission id, or as it was left. One of which only the thanks were left is
 * over. When the config has lost the question, it goes on at the first one, with the answers that still have theirs.
 */
export function startSurvey(
  asking: Asking,
  saved: SurveyState | undefined,
  submission: string,
): SurveyResult {
  const { questions } = asking.survey
  if (saved?.phase === 'thanks') return close(asking, saved, 'close')
  if (questions.some(({ id }) => id === saved?.question)) return { state: saved, events: [] }
  const ids = questions.map(({ id }) => id)
  const answers = keptOf(saved?.answers ?? {}, ids)
  const first = askedFrom(asking, 0, answers)
  if (!first && !saved) return end('failed', { reason: 'no_question_shown' })
  const empty: SurveyState = { submission, phase: 'asking', question: '', trail: [], answers: {}, labels: {} }
  const { state, events } = moveTo(asking, { ...empty, ...saved, answers }, first)
  return { state: state && { ...state, trail: [] }, events: saved ? events : [['Guide Shown', {}]] }
}

/**
 * The next state of a survey and what there is to tell of it. Pure. Each answer is told of as it is given, with all
 * answers so far, under one submission id; an answer that is not valid changes nothing.
 */
export function surveyStep(state: SurveyState, input: SurveyInput, asking: Asking): SurveyResult {
  if (input.type === 'close') return close(asking, state, input.how)
  const question = asking.survey.questions.find(({ id }) => id === state.question)
  if (!question || state.phase === 'thanks') return { state, events: [] }
  if (input.type === 'back') return { state: back(state), events: [] }
  return give(asking, state, question, input.type === 'skip' ? { value: null } : input)
}

/** Answers stay until another one is given, so that going back and forth loses nothing. */
const back = ({ trail, ...state }: SurveyState): SurveyState => ({
  ...state,
  trail: trail.slice(0, -1),
  question: trail.at(-1) ?? state.question,
})

/** Closed without an answer it is dismissed; with some it is abandoned as well; at the thanks it is completed. */
function close({ survey }: Asking, state: SurveyState, how: string): SurveyResult {
  if (state.phase === 'thanks') return end('completed')
  const isAbandoned = Object.keys(state.answers).length > 0
  return end('dismissed', { how }, isAbandoned ? [tell(survey, state, 'Abandoned')] : [])
}

const end = (
  outcome: NonNullable<SurveyResult['end']>['outcome'],
  properties: Record<string, unknown> = {},
  events: Told[] = [],
): SurveyResult => ({ state: undefined, events, end: { outcome, properties } })
