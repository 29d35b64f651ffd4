import { MAX_LENGTH } from '../../core/survey-answer'
import type { Question } from '../../schema'
import { describedBy, type FieldProps } from './field'

/** The counter appears when so few characters are left. */
const COUNT_FROM = 200

/** A free answer; Ctrl or Cmd and Enter give it. */
export function TextField({
  host,
  question,
  draft,
  invalid,
  onDraft,
  onGive,
}: FieldProps<Extract<Question, { type: 'text' }>>) {
  const { maxLength = MAX_LENGTH, placeholder, optional } = question
  const value = typeof draft.value === 'string' ? draft.value : ''
  const left = maxLength - value.length
  return (
    <div class="text-answer">
      <textarea
        class="field"
        rows={3}
        dir="auto"
        maxLength={maxLength}
        value={value}
        placeholder={placeholder ? host.plain(placeholder) : host.say('textPlaceholder')}
        aria-labelledby="title"
        aria-required={!optional}
        aria-invalid={invalid}
        {...describedBy(question, invalid)}
        onInput={({ currentTarget }) => onDraft({ value: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onGive()
        }}
      />
      {left <= COUNT_FROM && (
        <span class="counter note" role="status">
          {host.say('charactersLeft', { n: left })}
        </span>
      )}
    </div>
  )
}
