import type { ComponentChild } from 'preact'
import type { Question } from '../../schema'
import { ChoiceList } from './choice-list'
import { describedBy, type FieldProps } from './field'
import { Scale } from './scale'
import { TextField } from './text-field'
import { Tick } from './tick'

type Asked<Type extends Question['type']> = Extract<Question, { type: Type }>

const Consent = ({ host, question, draft, invalid, onDraft }: FieldProps<Asked<'consent'>>) => (
  <Tick
    type="checkbox"
    checked={draft.value === true}
    label={host.plain(question.label)}
    aria-invalid={invalid}
    {...describedBy(question, invalid)}
    onTick={(value) => onDraft({ value })}
  />
)

const Statement = ({ host, question }: FieldProps<Asked<'statement'>>) => {
  const Media = host.markup?.Media
  return (
    question.media &&
    Media && (
      <Media
        media={question.media}
        plain={host.plain}
        playLabel={(title) => host.say('playVideo', { title })}
      />
    )
  )
}

const FIELDS: { [Type in Question['type']]: (props: FieldProps<Asked<Type>>) => ComponentChild } = {
  nps: Scale,
  csat: Scale,
  ces: Scale,
  rating: Scale,
  choice: ChoiceList,
  choices: ChoiceList,
  text: TextField,
  consent: Consent,
  statement: Statement,
}

/** Where a question is answered, by its type. The cast says what the table does: each field is given its own type. */
export const fieldOf = ({ type }: Question) => FIELDS[type] as (props: FieldProps) => ComponentChild
