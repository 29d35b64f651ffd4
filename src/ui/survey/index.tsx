import type { Answer } from '../../core/context'
import { surveyEnglish } from '../../core/english/survey'
import { surveyStep } from '../../core/survey'
import type {
  AnswerProblem,
  SurveyEffect,
  SurveyInput,
  SurveyState,
  SurveyView,
} from '../../core/survey-types'
import type { Survey, Thanks } from '../../schema'
import type { OpenSurface } from '../host'
import { withText } from '../with-text'
import { labelsOf } from './answer-label'
import type { Draft } from './draft'
import { createSheet } from './sheet'
import { QuestionCard } from './survey-card'
import { ThanksCard } from './thanks-card'

/** Opens a survey, or goes on with the one that was saved. It carries out what the machine of `core/survey` decides. */
export const open: OpenSurface<Survey, SurveyState> = (survey, surfaceHost) => {
  const plainHost = withText(surfaceHost, surveyEnglish)
  let state = plainHost.saved
  const answers = () => ({ answer: state?.answers ?? {} })
  /** Answers may be named in the texts that follow them. */
  const host: typeof plainHost = {
    ...plainHost,
    blocks: (text, extra) => plainHost.blocks(text, { ...answers(), ...extra }),
    plain: (text, extra) => plainHost.plain(text, { ...answers(), ...extra }),
  }
  const sheet = createSheet(host, survey, (how) => send({ type: 'close', how }))
  let view: SurveyView | undefined
  let draft: Draft = { value: undefined }
  let problem: AnswerProblem | undefined

  function send(input: SurveyInput): void {
    const result = surveyStep(state, input, survey, host.context(), host.rules)
    state = result.state
    for (const effect of result.effects) run(effect)
  }

  function run(effect: SurveyEffect) {
    switch (effect.type) {
      case 'track':
        return host.track(effect.event, effect.properties)
      case 'save':
        return host.save(effect.state)
      case 'render':
        return ask(effect.view)
      case 'invalid':
        problem = effect.problem
        return paint()
      case 'thanks':
        return thank(effect.thanks)
      case 'close':
        sheet.close()
        host.close(effect.outcome, effect.properties)
    }
  }

  function ask(next: SurveyView): void {
    view = next
    draft = { value: next.value, other: next.other }
    problem = undefined
    sheet.turn(content(next), host.plain(next.question.title))
  }

  const paint = () => view && sheet.paint(content(view))

  const content = (shown: SurveyView) => (
    <QuestionCard
      host={host}
      view={shown}
      draft={draft}
      problem={problem}
      onDraft={(next) => {
        draft = next
        problem = undefined
        paint()
      }}
      onGive={(value) => give(shown, value)}
      onSkip={() => send({ type: 'skip' })}
      onBack={() => send({ type: 'back' })}
    />
  )

  function give({ question }: SurveyView, chosen: number | undefined): void {
    const value: Answer = chosen ?? draft.value ?? (question.type === 'consent' ? false : null)
    const label = labelsOf(host, question, value)
    const other = draft.other
    send({ type: 'answer', value, ...(other !== undefined && { other }), ...(label && { label }) })
  }

  function thank(thanks: Thanks | undefined): void {
    view = undefined
    const act = () => {
      send({ type: 'close', how: 'button' })
      if (thanks?.do !== undefined && typeof thanks.do !== 'string') host.act(thanks.do)
    }
    const title = thanks ? host.plain(thanks.title) : ''
    sheet.turn(<ThanksCard host={host} thanks={thanks} onAct={act} />, title)
    if (thanks?.do === undefined) sheet.leaveSoon()
  }

  if (host.saved) send({ type: 'resume' })
  else send({ type: 'start', submissionId: crypto.randomUUID() })
  return { close: sheet.close }
}
