import { format } from '../../core/strings'
import type { Question } from '../../schema'
import type { SurveyHost } from '../host'
import { ChoiceList } from './choice-list'
import { type Draft, isScale } from './draft'
import { Scale } from './scale'
import { TextField } from './text-field'

export interface QuestionFieldProps {
  host: SurveyHost
  question: Question
  draft: Draft
  invalid: boolean
  onDraft: (draft: Draft) => void
  /** The answer is given as it stands, or as this value. */
  onGive: (value?: number) => void
}

/** Where a question is answered, by its type. */
export function QuestionField({ host, question, draft, invalid, onDraft, onGive }: QuestionFieldProps) {
  const common = { host, draft, invalid, onDraft }
  if (isScale(question))
    return <Scale host={host} question={question} value={draft.value} invalid={invalid} onChoose={onGive} />
  switch (question.type) {
    case 'choice':
    case 'choices':
      return <ChoiceList {...common} question={question} />
    case 'text':
      return <TextField {...common} question={question} onSubmit={() => onGive()} />
    case 'consent':
      return (
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.value === true}
            aria-invalid={invalid}
            {...(invalid && { 'aria-describedby': 'error' })}
            onChange={({ currentTarget }) => onDraft({ value: currentTarget.checked })}
          />
          <span>{host.plain(question.label)}</span>
        </label>
      )
    case 'statement': {
      const playLabel = (title: string) => format(host.strings.playVideo, { title }, host.locale)
      const Media = host.markup?.Media
      return question.media && Media ? (
        <Media media={question.media} plain={host.plain} playLabel={playLabel} />
      ) : null
    }
  }
}
