import { isBlank, isOptional, isScale } from '../../core/survey-answer'
import type { AnswerProblem, SurveyView } from '../../core/survey-types'
import { Blocks } from '../parts/blocks'
import { Button } from '../parts/button'
import { createIcon } from '../parts/icons'
import type { FieldProps } from './field'
import { fieldOf } from './fields'

interface QuestionProps extends Omit<FieldProps, 'question' | 'invalid'> {
  view: SurveyView
  problem: AnswerProblem | undefined
  onSkip: () => void
  onBack: () => void
}

/** One question with its field, what is wrong with the answer, and the way on. */
export function QuestionCard(props: QuestionProps) {
  const { host, view, problem } = props
  const { question, index, total } = view
  const Field = fieldOf(question)
  return (
    <div class="question fade" key={question.id}>
      {total > 1 && (
        <div class="steps" role="img" aria-label={host.say('questionOf', { n: index + 1, total })}>
          {Array.from({ length: total }, (_, at) => (
            <i class={at <= index ? 'step-bar now' : 'step-bar'} />
          ))}
        </div>
      )}
      <div class="title">
        <h2 id="title">{host.plain(question.title)}</h2>
        {question.optional && (
          <span class="note" id="optional">
            {host.say('optional')}
          </span>
        )}
      </div>
      <Blocks blocks={host.blocks(question.body)} />
      <Field {...props} question={question} invalid={problem !== undefined} />
      {problem && (
        <p class="error" id="error" role="alert">
          {host.say(problem.code, { n: problem.limit ?? 0 })}
        </p>
      )}
      <Footer {...props} />
    </div>
  )
}

const BackIcon = createIcon('M15.5 10h-11M9 5.5 4.5 10 9 14.5', 'mirror')

/** A scale needs no button: choosing is giving. Unless it was answered before, or may be left out. */
function Footer({ host, view, draft, onGive, onSkip, onBack }: QuestionProps) {
  const { question, index, total } = view
  const isStatement = question.type === 'statement'
  const mayGoBack = index > 0
  const maySkip = !isStatement && isOptional(question) && isBlank(draft.value)
  const mayGive = !maySkip && (!isScale(question) || view.value !== undefined)
  if (!mayGoBack && !maySkip && !mayGive) return null
  return (
    <footer>
      {mayGoBack && (
        <Button look="link" onClick={onBack}>
          <BackIcon size={16} />
          {host.say('back')}
        </Button>
      )}
      <div class="buttons">
        {maySkip && (
          <Button look="secondary" onClick={onSkip}>
            {host.say('skip')}
          </Button>
        )}
        {mayGive && (
          <Button look="primary" onClick={() => (isStatement ? onSkip() : onGive())}>
            {host.say(isStatement ? 'continue' : index + 1 < total ? 'next' : 'submit')}
          </Button>
        )}
      </div>
    </footer>
  )
}
