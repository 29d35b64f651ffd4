import type { SurveyAnswer } from '../../../api-types'
import { showValue } from '../format/traits'
import { useFormat } from '../format/use-format'
import { NoData } from './figure-text'
import { Section } from './section'

const METRIC_WORDS: Record<string, string> = { nps: 'NPS', csat: 'CSAT', ces: 'CES' }

/** What people of the account answered, newest first, in their own words. */
export function Answers({ answers }: { answers: readonly SurveyAnswer[] }) {
  return (
    <Section title="Survey answers">
      {answers.length === 0 && <p class="quiet-note">Nobody here has answered a survey yet.</p>}
      {[...answers]
        .sort((a, b) => b.ts - a.ts)
        .map((answer) => (
          <Answer key={answer.submissionId} answer={answer} />
        ))}
    </Section>
  )
}

function Answer({ answer }: { answer: SurveyAnswer }) {
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
          {answer.userId ?? 'anonymous'}, {format.moment(answer.ts)}
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
