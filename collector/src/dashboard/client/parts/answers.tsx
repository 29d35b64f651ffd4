import type { SurveyAnswer } from '../../../api-types'
import { showValue } from '../format/traits'
import { useFormat } from '../format/use-format'
import { NoData } from './figure-text'
import { Section } from './section'

/** A map, because a metric is whatever the event says: an object answers to `constructor`. */
const METRIC_WORDS = new Map([
  ['nps', 'NPS'],
  ['csat', 'CSAT'],
  ['ces', 'CES'],
])

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
  const { metric, score, surveyName } = answer
  return (
    <article class="answer">
      <header>
        <h3>
          {metric === null ? surveyName : (METRIC_WORDS.get(metric) ?? metric)}
          {score !== null && <span class="num"> {format.whole(score)}</span>}
          {metric !== null && <span class="row-note"> {surveyName}</span>}
        </h3>
        <span class="row-note">
          {who}, {format.moment(answer.ts)}
          {!answer.completed && ', not finished'}
        </span>
      </header>
      <dl class="facts">
        {besideScore(answer).map(({ questionId, question, value }) => (
          <div key={questionId}>
            <dt>{question}</dt>
            <dd class="said">{showValue(value) ?? <NoData />}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

/** The score stands in the heading; what was said about it is listed. */
function besideScore({ metric, score, said }: SurveyAnswer): SurveyAnswer['said'] {
  const scored = metric === null ? undefined : said.find(({ value }) => value === score)
  return said.filter((one) => one !== scored)
}
