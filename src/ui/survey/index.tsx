import type { ComponentChild } from 'preact'
import { surveyEnglish } from '../../core/english/survey'
import { startSurvey, surveyStep } from '../../core/survey'
import type {
  AnswerProblem,
  Asking,
  SurveyInput,
  SurveyResult,
  SurveyState,
  SurveyView,
} from '../../core/survey-types'
import { surveyView, thanksOf } from '../../core/survey-view'
import { randomId } from '../../platform/random-id'
import type { Survey, Thanks } from '../../schema'
import type { OpenSurface } from '../host'
import { withText } from '../with-text'
import { labelOf } from './choice-list'
import type { Draft } from './field'
import { createSheet } from './sheet'
import { QuestionCard } from './survey-card'
import { ThanksCard } from './thanks-card'

/** Opens a survey, or goes on with the one that was saved: draws the state that the machine of `core/survey` is in. */
export const open: OpenSurface<Survey, SurveyState> = (survey, surfaceHost) => {
  let state = surfaceHost.saved()
  /** Answers may be named in the texts that follow them. */
  const context = () => ({ ...surfaceHost.context(), answers: state?.answers ?? {} })
  const host = withText({ ...surfaceHost, context }, surveyEnglish)
  const sheet = createSheet(host, survey, (how) => send({ type: 'close', how }))

  const asking = (): Asking => ({ survey, context: context(), rules: host.rules })
  const send = (input: SurveyInput) => state && follow(surveyStep(state, input, asking()))

  /** Returns why an answer is not taken; then nothing has changed. */
  function follow(result: SurveyResult): AnswerProblem | undefined {
    try {
      if (!result.problem) goOn(result)
    } catch (error) {
      // Whatever a page does to us: nothing stays on the screen, and the dashboard hears why.
      state = undefined
      leave({ outcome: 'failed', properties: { reason: 'error', error: String(error) } })
    }
    return result.problem
  }

  function goOn({ state: next, events, end }: SurveyResult): void {
    const isNew = !state
    const tell = () => {
      for (const [event, properties] of events) host.track(event, properties)
    }
    state = next
    // An answer is told of whatever comes of it; that the survey is shown, when it is.
    if (!isNew) tell()
    if (state) {
      turn(state)
      host.save(state)
    } else if (end) leave(end)
    if (isNew) tell()
  }

  function leave({ outcome, properties }: NonNullable<SurveyResult['end']>): void {
    sheet.close()
    host.close(outcome, properties)
  }

  function turn(now: SurveyState): void {
    const view = surveyView(asking(), now)
    if (view) sheet.turn(ask(view, view), wordsOf(view))
    else thank(thanksOf(asking(), now))
  }

  /** What a question is announced with. */
  const wordsOf = ({ question: { title, optional } }: SurveyView): string =>
    optional ? `${host.plain(title)} ${host.say('optional')}` : host.plain(title)

  const ask = (view: SurveyView, draft: Draft, problem?: AnswerProblem): ComponentChild => {
    const { question } = view
    return (
      <QuestionCard
        host={host}
        view={view}
        draft={draft}
        problem={problem}
        onDraft={(changed) => sheet.paint(ask(view, changed))}
        onGive={(point) => {
          const value = point ?? draft.value ?? null
          const label = 'choices' in question ? labelOf(host, question, draft) : undefined
          const refusal = send({ type: 'answer', value, other: draft.other, label })
          if (refusal) sheet.paint(ask(view, draft, refusal))
        }}
        onSkip={() => send({ type: 'skip' })}
        onBack={() => send({ type: 'back' })}
      />
    )
  }

  function thank(thanks: Thanks | undefined): void {
    const title = thanks ? host.plain(thanks.title) : host.say('thanks')
    const act = () => {
      send({ type: 'close', how: 'button' })
      if (thanks?.do !== undefined && typeof thanks.do !== 'string') host.act(thanks.do)
    }
    sheet.turn(<ThanksCard host={host} title={title} thanks={thanks} onAct={act} />, title)
    if (thanks?.do === undefined) sheet.leaveSoon()
  }

  follow(startSurvey(asking(), state, randomId()))
  return { close: sheet.close }
}
