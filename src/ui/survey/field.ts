import type { Answer } from '../../core/context'
import type { Question } from '../../schema'
import type { SurveyHost } from '../host'

/** What the user has entered and not yet given. */
export interface Draft {
  value: Answer | undefined
  other?: string | undefined
}

/** What every field is given. */
export interface FieldProps<Asked extends Question = Question> {
  host: SurveyHost
  question: Asked
  draft: Draft
  /** What is wrong is said under the field. */
  invalid: boolean
  onDraft: (draft: Draft) => void
  /** The answer is given as it stands, or as this value. */
  onGive: (value?: number) => void
}

/** Has it read out with the field that it may be left out, and what is wrong. */
export function describedBy({ optional }: Question, invalid: boolean) {
  const ids = [optional && 'optional', invalid && 'error'].filter(Boolean)
  return { 'aria-describedby': ids.join(' ') || undefined }
}
