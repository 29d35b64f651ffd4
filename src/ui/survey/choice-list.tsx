import { shuffleChoices } from '../../core/shuffle'
import { type ChoiceQuestion, MAX_LENGTH } from '../../core/survey-answer'
import type { SurveyHost } from '../host'
import { type Draft, describedBy, type FieldProps } from './field'
import { Tick } from './tick'

interface Choice {
  id: string
  label: string
}

/** Radio buttons or check boxes, and a field beside “other”. */
export function ChoiceList({ host, question, draft, invalid, onDraft }: FieldProps<ChoiceQuestion>) {
  const many = question.type === 'choices'
  const taken = takenOf(draft)
  const choose = (id: string, on: boolean) => {
    const rest = taken.filter((one) => one !== id)
    onDraft({ ...draft, value: many ? [...rest, ...(on ? [id] : [])] : id })
  }
  const placeholder = host.say('otherPlaceholder')
  return (
    <fieldset
      class="choices"
      role={many ? 'group' : 'radiogroup'}
      aria-labelledby="title"
      {...describedBy(question, invalid)}
    >
      {choicesOf(host, question).map(({ id, label }) => (
        <Tick
          key={id}
          type={many ? 'checkbox' : 'radio'}
          name={question.id}
          value={id}
          checked={taken.includes(id)}
          label={label}
          onTick={(on) => choose(id, on)}
        />
      ))}
      {taken.includes('other') && (
        <input
          class="field"
          maxLength={MAX_LENGTH}
          value={draft.other}
          aria-label={placeholder}
          placeholder={placeholder}
          onInput={({ currentTarget }) => onDraft({ ...draft, other: currentTarget.value })}
        />
      )}
    </fieldset>
  )
}

/** Ids of the choices taken. */
const takenOf = ({ value }: Draft): string[] => [value].flat().filter((id) => typeof id === 'string')

/** What the user read beside the choices taken, for those who read the answers later. */
export const labelOf = (host: SurveyHost, question: ChoiceQuestion, draft: Draft): string =>
  choicesOf(host, question)
    .filter(({ id }) => takenOf(draft).includes(id))
    .map(({ label }) => label)
    .join(', ')

/** The choices in the order of this user, with “other” at the end. */
function choicesOf(host: SurveyHost, { id, choices, shuffle, other }: ChoiceQuestion): Choice[] {
  const { userId, anonymousId } = host.context()
  const order = shuffle ? shuffleChoices(choices, `${userId ?? anonymousId}:${id}`) : choices
  const all = order.map((choice) => ({ id: choice.id, label: host.plain(choice.label) }))
  if (other) all.push({ id: 'other', label: other === true ? host.say('other') : host.plain(other) })
  return all
}
