import type { Question, Survey } from '../schema'
import type { Context } from './context'
import type { Rules } from './rules'
import { answersOf } from './survey-answer'
import { ask, tell } from './survey-ask'
import { finish, give } from './survey-give'
import { type Asking, askedFrom } from './survey-path'
import type { SurveyInput, SurveyResult, SurveyState } from './survey-types'

export { shuffleChoices } from './shuffle'
export { isOptional, scaleOf, validateAnswer } from './survey-answer'
export { surveyView } from './survey-ask'
export type { Asking } from './survey-path'
export type * from './survey-types'

/**
 * The next state of a survey and what is to be done about it, in this order. Pure. Each answer is told of as it is
 * given, with all answers so far, under one submission id; an answer that is not valid changes nothing.
 */
export function surveyStep(
  state: SurveyState | undefined,
  input: SurveyInput,
  survey: Survey,
  context: Context,
  rules: Rules,
): SurveyResult {
  const asking = { survey, context, rules }
  if (input.type === 'start') return start(asking, input.submissionId)
  if (!state) return { state, effects: [] }
  if (input.type === 'close') return close(asking, state, input.how)
  if (input.type === 'snooze') return snooze(state)
  const question = survey.questions.find(({ id }) => id === state.question)
  if (input.type === 'resume' || !question) return resume(asking, state, question)
  if (state.phase === 'thanks') return { state, effects: [] }
  if (input.type === 'back') return back(asking, state)
  return give(asking, state, question, input.type === 'skip' ? { value: null } : input)
}

function start(asking: Asking, submission: string): SurveyResult {
  const first = askedFrom(asking, 0, {})
  const empty = { submission, trail: [], answers: {}, labels: {}, announced: false }
  return first
    ? ask(asking, { ...empty, phase: 'asking', question: first.id })
    : {
        state: undefined,
        effects: [{ type: 'close', outcome: 'failed', properties: { reason: 'no_question_shown' } }],
      }
}

/** Answers stay until another one is given, so that going back and forth loses nothing. */
function back(asking: Asking, state: SurveyState): SurveyResult {
  const question = state.trail.at(-1)
  if (question === undefined) return { state, effects: [] }
  return ask(asking, { ...state, trail: state.trail.slice(0, -1), question })
}

/** Closed without an answer it is dismissed; with some it is abandoned as well; at the thanks it is completed. */
function close(asking: Asking, state: SurveyState, how: string): SurveyResult {
  if (state.phase === 'thanks')
    return { state: undefined, effects: [{ type: 'close', outcome: 'completed', properties: {} }] }
  const abandoned = Object.keys(state.answers).length > 0 ? [tell(asking, state, 'Abandoned')] : []
  return {
    state: undefined,
    effects: [...abandoned, { type: 'close', outcome: 'dismissed', properties: { how } }],
  }
}

/** For later: it is gone back to with its answers, as another showing. */
const snooze = (state: SurveyState): SurveyResult => ({
  state: undefined,
  effects: [
    { type: 'save', state: { ...state, announced: false } },
    { type: 'close', outcome: 'snoozed', properties: {} },
  ],
})

/**
 * At the same question, or over when only the thanks were left. When the config has lost the question, at the first
 * one, with the answers that still have theirs.
 */
function resume(asking: Asking, state: SurveyState, question: Question | undefined): SurveyResult {
  if (state.phase === 'thanks') return close(asking, state, 'close')
  if (question) return ask(asking, state)
  const ids = asking.survey.questions.map(({ id }) => id)
  const answers = answersOf(state.answers, ids)
  const first = askedFrom(asking, 0, answers)
  return first
    ? ask(asking, { ...state, answers, trail: [], question: first.id })
    : finish(asking, { ...state, answers })
}
