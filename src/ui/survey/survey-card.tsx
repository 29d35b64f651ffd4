import { format } from '../../core/strings'
import { isOptional } from '../../core/survey'
import type { AnswerProblem, SurveyView } from '../../core/survey-types'
import type { SurveyHost } from '../host'
import { Blocks } from '../parts/blocks'
import { Button } from '../parts/button'
import { type Draft, isEmpty, isScale } from './draft'
import { BackIcon } from './icons'
import { QuestionField, type QuestionFieldProps } from './question-field'

interface QuestionProps extends Pick<QuestionFieldProps, 'onDraft' | 'onGive'> {
  host: SurveyHost
  view: SurveyView
  draft: Draft
  problem: AnswerProblem | undefined
  onSkip: () => void
  onBack: () => void
}

/** One question with its field, what is wrong with the answer, and the way on. */
export function QuestionCard(props: QuestionProps) {
  const { host, view, draft, problem, onDraft, onGive } = props
  const { question, index, total } = view
  const position = format(host.strings.questionOf, { n: index + 1, total }, host.locale)
  return (
    <div class="question fade" key={question.id}>
      {total > 1 && (
        <div class="steps" role="img" aria-label={position}>
          {Array.from({ length: total }, (_, at) => (
            <i class={at <= index ? 'step-bar now' : 'step-bar'} />
          ))}
        </div>
      )}
      <h2 id="title">{host.plain(question.title)}</h2>
      <Blocks blocks={host.blocks(question.body)} />
      <QuestionField
        host={host}
        question={question}
        draft={draft}
        invalid={problem !== undefined}
        onDraft={onDraft}
        onGive={onGive}
      />
      {problem && (
        <p class="error" id="error" role="alert">
          {format(host.strings[problem.code], 'limit' in problem ? { n: problem.limit } : {}, host.locale)}
        </p>
      )}
      <Footer {...props} />
    </div>
  )
}

/** A scale needs no button: choosing is giving. Unless it was answered before, or may be left out. */
function Footer({ host, view, draft, onGive, onSkip, onBack }: QuestionProps) {
  const { question, canGoBack, isLast } = view
  const say = (message: 'back' | 'skip' | 'submit' | 'next' | 'continue') =>
    format(host.strings[message], {}, host.locale)
  const optional = isOptional(question) && isEmpty(draft) && question.type !== 'statement'
  const needsButton = !isScale(question) || view.value !== undefined
  const label = question.type === 'statement' ? 'continue' : isLast ? 'submit' : 'next'
  if (!canGoBack && !optional && !needsButton) return null
  return (
    <footer>
      {canGoBack && (
        <button type="button" class="button link" onClick={onBack}>
          <BackIcon size={16} />
          {say('back')}
        </button>
      )}
      <div class="buttons">
        {optional && (
          <Button look="secondary" onClick={onSkip}>
            {say('skip')}
          </Button>
        )}
        {needsButton && !optional && (
          <Button look="primary" onClick={() => (question.type === 'statement' ? onSkip() : onGive())}>
            {say(label)}
          </Button>
        )}
      </div>
    </footer>
  )
}
