import type { Answer } from '../../core/context'
import type { Question } from '../../schema'
import type { SurveyHost } from '../host'
import { choicesOf } from './choice-list'

/** What the user read beside the choices they took, for those who read the answers later. */
export function labelsOf(host: SurveyHost, question: Question, value: Answer): string | undefined {
  if (question.type !== 'choice' && question.type !== 'choices') return undefined
  const taken = Array.isArray(value) ? value : [value]
  const labels = choicesOf(host, question).filter(({ id }) => taken.includes(id))
  return labels.map(({ label }) => host.plain(label)).join(', ') || undefined
}
