import type { SurveyAnswer } from '../../../api-types'
import { showValue } from '../format/traits'
import { useFormat } from '../format/use-format'
import { NoData } from './figure-text'
import { Section } from './section'

const METRIC_WORDS: Record<string, string> = { nps: 'NPS', csat: 'CSAT', ces: 'CES' }

interface AnswersProps {
  answers: readonly SurveyAnswer[]
  nameOf: (userId: string | null) => string
}

/** What people of the account answered, newest first, in their own words. */
export function Answers({ answers, nameOf }: AnswersProps) {
  return (
    <Section title="Survey answers">
      {answers.length === 0 && <p class="quiet-note">Nobody here has answered a survey yet.</p>}
      {[...answers]
        .sort((a, b) => b.ts - a.ts)
        .map((answer) => (
          <Answer key={answer.submissionId} answer={answer} who={nameOf(answer.userId)} />
        ))}
    </Section>
  )
}

function Answer({ answer, who }: { answer: SurveyAnswer; who: string }) {
  const format = useFormat()
  const metric = answer.metric === null ? answer.surveyId : (METRIC_WORDS[answer.metric] ?? answer.metric)
  return (
    <article class="answer">
      <header>
        <h3>
          {metric}
          {answer.score !== null && <span class="num"> {format.whole(answer.score)}</span>}
        </h3>
        <span class="row-note">
          {who}, {format.moment(answer.ts)}
          {!answer.completed && ', not finished'}
        </span>
      </header>
      <dl class="facts">
        {Object.entries(answer.answers).map(([question, value]) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd class="said">{showValue(value) ?? <NoData />}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
