import type { Account, Person } from './accounts'
import { type Act, type Agenda, type GuideVersions, guideAct, guideRef, plan } from './acts'
import { createRandom } from './random'
import { uuid7 } from './uuid'

type Reason = readonly [choice: string, words: string]

const WHY: readonly [Reason, ...Reason[]] = [
  ['price', 'We pay for forty people and six of them use it.'],
  ['service', 'Nobody came back to us about the import.'],
  ['experience', 'Our field crews never got used to it on their phones.'],
  ['fit', 'We moved planning into the tool our customers use.'],
]

/** Some of the accounts that fall silent say so on the billing page first. */
export function planDeparture(
  agenda: Agenda,
  account: Account,
  person: Person,
  versions: GuideVersions,
  seed: string,
): void {
  const random = createRandom(`${seed}/departure/${account.id}`)
  const leaves = account.pattern.id === 'silent' && person === account.people[0] && random.chance(0.4)
  if (!leaves) return
  const [reason, more] = random.pick(WHY)
  const survey = guideRef(versions, 'survey', 'exit')
  const common = { submission_id: uuid7(account.createdAt, random), metric: null }
  const answers = { reason, more }
  const started: Act = {
    afterMs: 30_000,
    path: '/billing',
    event: 'Cancellation Started',
    properties: () => ({ plan: account.plan }),
  }
  plan(agenda, account.turnDay - 1, [
    started,
    guideAct(survey, 700, '/billing', 'Guide Shown'),
    guideAct(survey, 6_000, '/billing', 'Survey Answered', {
      ...common,
      question_id: 'reason',
      question_type: 'choice',
      answers: { reason },
      completed: false,
    }),
    guideAct(survey, 22_000, '/billing', 'Survey Answered', {
      ...common,
      question_id: 'more',
      question_type: 'text',
      answers,
      completed: false,
    }),
    guideAct(survey, 700, '/billing', 'Survey Completed', { ...common, answers, completed: true }),
    guideAct(survey, 10, '/billing', 'Guide Completed'),
  ])
}
