import { isScale } from '../../core/survey-answer'
import { Media } from '../parts/media'
import { ChoiceList } from './choice-list'
import { describedBy, type FieldProps } from './field'
import { Scale } from './scale'
import { TextField } from './text-field'
import { Tick } from './tick'

/** Where a question is answered, by its type. */
export function QuestionField(props: FieldProps) {
  const { host, question, draft, invalid, onDraft } = props
  if (isScale(question)) return <Scale {...props} question={question} />
  switch (question.type) {
    case 'choice':
    case 'choices':
      return <ChoiceList {...props} question={question} />
    case 'text':
      return <TextField {...props} question={question} />
    case 'consent':
      return (
        <Tick
          type="checkbox"
          checked={draft.value === true}
          label={host.plain(question.label)}
          aria-invalid={invalid}
          {...describedBy(invalid)}
          onTick={(value) => onDraft({ value })}
        />
      )
    case 'statement':
      return question.media ? (
        <Media
          media={question.media}
          plain={host.plain}
          playLabel={(title) => host.say('playVideo', { title })}
        />
      ) : null
  }
}
