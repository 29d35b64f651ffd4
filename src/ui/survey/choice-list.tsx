import { format } from '../../core/strings'
import { shuffleChoices } from '../../core/survey'
import type { Question, Text } from '../../schema'
import type { SurveyHost } from '../host'
import type { Draft } from './draft'

export type ChoiceQuestion = Extract<Question, { type: 'choice' | 'choices' }>

interface ChoiceListProps {
  host: SurveyHost
  question: ChoiceQuestion
  draft: Draft
  invalid: boolean
  onDraft: (draft: Draft) => void
}

interface Choice {
  id: string
  label: Text
}

/** Radio buttons or check boxes, and a field beside “other”. */
export function ChoiceList({ host, question, draft, invalid, onDraft }: ChoiceListProps) {
  const many = question.type === 'choices'
  const taken = takenOf(draft)
  const choose = (id: string, on: boolean) => {
    const rest = many ? taken.filter((one) => one !== id) : []
    onDraft({ ...draft, value: many ? [...rest, ...(on ? [id] : [])] : id })
  }
  const group = {
    class: 'choices',
    role: many ? 'group' : 'radiogroup',
    'aria-labelledby': 'title',
    ...(invalid && { 'aria-describedby': 'error' }),
  } as const
  return (
    <fieldset {...group}>
      {choicesOf(host, question).map(({ id, label }) => (
        <label class="choice" key={id}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={question.id}
            value={id}
            checked={taken.includes(id)}
            onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
          />
          <span>{host.plain(label)}</span>
        </label>
      ))}
      {taken.includes('other') && (
        <input
          class="field"
          type="text"
          maxLength={2000}
          value={draft.other ?? ''}
          aria-label={format(host.strings.otherPlaceholder, {}, host.locale)}
          placeholder={format(host.strings.otherPlaceholder, {}, host.locale)}
          onInput={({ currentTarget }) => onDraft({ ...draft, other: currentTarget.value })}
        />
      )}
    </fieldset>
  )
}

/** Ids of the choices taken. */
export const takenOf = ({ value }: Draft): readonly string[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : []

/** The choices in the order of this user, with “other” at the end. */
export function choicesOf(host: SurveyHost, { id, choices, shuffle, other }: ChoiceQuestion): Choice[] {
  const { userId, anonymousId } = host.context()
  const order = shuffle ? shuffleChoices(choices, `${userId ?? anonymousId}:${id}`) : choices
  if (!other) return [...order]
  return [
    ...order,
    { id: 'other', label: other === true ? format(host.strings.other, {}, host.locale) : other },
  ]
}
