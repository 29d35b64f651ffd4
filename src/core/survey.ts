import { tell } from './survey-events'
import { give, moveTo } from './survey-give'
import { askedFrom, keptOf } from './survey-path'
import type { Asking, SurveyInput, SurveyResult, SurveyState } from './survey-types'

/**
 * The next state of a survey and what there is to tell of it. Pure. Each answer is told of as it is given, with all
 * answers so far, under one submission id; an answer that is not valid changes nothing.
 */
export function surveyStep(state: SurveyState | undefined, input: SurveyInput, asking: Asking): SurveyResult {
  if (input.type === 'start') return start(asking, input.submissionId)
  if (!state) return { state, events: [] }
  if (input.type === 'close') return close(asking, state, input.how)
  if (state.phase === 'thanks')
    return input.type === 'resume' ? close(asking, state, 'close') : { state, events: [] }
  const question = asking.survey.questions.find(({ id }) => id === state.question)
  if (!question) return startAgain(asking, state)
  if (input.type === 'resume') return { state, events: [] }
  if (input.type === 'back') return { state: back(state), events: [] }
  return give(asking, state, question, input.type === 'skip' ? { value: null } : input)
}

function start(asking: Asking, submission: string): SurveyResult {
  const first = askedFrom(asking, 0, {})
  if (!first)
    return {
      state: undefined,
      events: [],
      end: { outcome: 'failed', properties: { reason: 'no_question_shown' } },
    }
  const state: SurveyState = {
    submission,
    phase: 'asking',
    question: first.id,
    trail: [],
    answers: {},
    labels: {},
  }
  return { state, events: [['Guide Shown', {}]] }
}

/** The config has lost the question: it goes on at the first one, with the answers that still have theirs. */
function startAgain(asking: Asking, state: SurveyState): SurveyResult {
  const ids = asking.survey.questions.map(({ id }) => id)
  const answers = keptOf(state.answers, ids)
  const first = askedFrom(asking, 0, answers)
  const { state: at, events } = moveTo(asking, { ...state, answers }, first)
  return { state: at && { ...at, trail: [] }, events }
}

/** Answers stay until another one is given, so that going back and forth loses nothing. */
const back = ({ trail, ...state }: SurveyState): SurveyState => ({
  ...state,
  trail: trail.slice(0, -1),
  question: trail.at(-1) ?? state.question,
})

/** Closed without an answer it is dismissed; with some it is abandoned as well; at the thanks it is completed. */
function close({ survey }: Asking, state: SurveyState, how: string): SurveyResult {
  if (state.phase === 'thanks')
    return { state: undefined, events: [], end: { outcome: 'completed', properties: {} } }
  const isAbandoned = Object.keys(state.answers).length > 0
  return {
    state: undefined,
    events: isAbandoned ? [tell(survey, state, 'Abandoned')] : [],
    end: { outcome: 'dismissed', properties: { how } },
  }
}
