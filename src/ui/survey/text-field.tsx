import { format } from '../../core/strings'
import type { Question } from '../../schema'
import type { SurveyHost } from '../host'
import type { Draft } from './draft'

const DEFAULT_MAX_LENGTH = 2000
/** The counter appears when so few characters are left. */
const COUNT_FROM = 200

interface TextFieldProps {
  host: SurveyHost
  question: Extract<Question, { type: 'text' }>
  draft: Draft
  invalid: boolean
  onDraft: (draft: Draft) => void
  onSubmit: () => void
}

/** A free answer; Ctrl or Cmd and Enter give it. */
export function TextField({ host, question, draft, invalid, onDraft, onSubmit }: TextFieldProps) {
  const max = question.maxLength ?? DEFAULT_MAX_LENGTH
  const value = typeof draft.value === 'string' ? draft.value : ''
  const left = max - value.length
  const placeholder = question.placeholder
    ? host.plain(question.placeholder)
    : format(host.strings.textPlaceholder, {}, host.locale)
  return (
    <div class="text-answer">
      <textarea
        class="field"
        rows={3}
        dir="auto"
        maxLength={max}
        value={value}
        placeholder={placeholder}
        aria-labelledby="title"
        aria-required={question.optional !== true}
        aria-invalid={invalid}
        {...(invalid && { 'aria-describedby': 'error' })}
        onInput={({ currentTarget }) => onDraft({ value: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit()
        }}
      />
      {left <= COUNT_FROM && (
        <span class="counter note" role="status">
          {format(host.strings.charactersLeft, { n: left }, host.locale)}
        </span>
      )}
    </div>
  )
}
