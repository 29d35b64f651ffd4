import type { Account, Person } from './accounts'
import { type Act, type Agenda, type GuideVersions, guideAct, guideRef, plan } from './acts'
import { createRandom, type Random } from './random'
import { type Mood, reasonsFor } from './reasons'
import { uuid7 } from './uuid'

interface Instrument {
  id: string
  metric: 'nps' | 'csat' | 'ces'
  path: string
  /** Share of the people who are asked within the days of `LAST_DAY` − `FIRST_DAY`. */
  asked: number
  /** Lowest and highest score by mood. */
  scores: readonly [readonly [number, number], readonly [number, number], readonly [number, number]]
  low: number
  high: number
  /** Question for the reason, by mood; `null` where none is asked. */
  reason: readonly [string | null, string | null, string | null]
}

const FIRST_DAY = -59
/** Surveys are planned ahead, so that a history that is topped up keeps getting answers. */
const LAST_DAY = 30

const INSTRUMENTS: readonly Instrument[] = [
  {
    id: 'nps',
    metric: 'nps',
    path: '/reports',
    asked: 0.75,
    scores: [
      [9, 10],
      [7, 8],
      [1, 6],
    ],
    low: 0,
    high: 10,
    reason: ['value', 'improve', 'improve'],
  },
  {
    id: 'boards-csat',
    metric: 'csat',
    path: '/projects/board',
    asked: 0.3,
    scores: [
      [5, 5],
      [3, 4],
      [1, 2],
    ],
    low: 1,
    high: 5,
    reason: [null, null, null],
  },
  {
    id: 'export-ease',
    metric: 'ces',
    path: '/reports',
    asked: 0.25,
    scores: [
      [6, 7],
      [5, 6],
      [1, 4],
    ],
    low: 1,
    high: 7,
    reason: [null, null, 'why'],
  },
]

/** Surveys a person will be shown, with what comes of them. */
export function planSurveys(
  agenda: Agenda,
  account: Account,
  person: Person,
  versions: GuideVersions,
  seed: string,
): void {
  const random = createRandom(`${seed}/surveys/${person.id}`)
  // A person is asked after a month at the earliest, trials right after their tour; people who stopped coming are not asked.
  const earliest = Math.max(FIRST_DAY, person.joinDay + (account.pattern.id === 'new-trial' ? 1 : 30))
  const latest = account.pattern.id === 'silent' ? account.turnDay - 1 : LAST_DAY
  for (const instrument of INSTRUMENTS) {
    const asked = random.chance(instrument.asked)
    const day = random.int(FIRST_DAY, latest)
    const willing = random.chance(account.pattern.id === 'silent' ? 0.12 : 0.45)
    const acts = willing
      ? answered(instrument, account, versions, random)
      : closed(instrument, versions, random)
    if (asked && day >= earliest) plan(agenda, day, acts)
  }
}

const ref = (instrument: Instrument, versions: GuideVersions) => guideRef(versions, 'survey', instrument.id)

function closed(instrument: Instrument, versions: GuideVersions, random: Random): Act[] {
  const guide = ref(instrument, versions)
  const how = random.pick(['close', 'close', 'escape'] as const)
  return [
    guideAct(guide, 20_000, instrument.path, 'Guide Shown'),
    guideAct(guide, random.int(1_500, 9_000), instrument.path, 'Guide Dismissed', { how }),
  ]
}

function answered(instrument: Instrument, account: Account, versions: GuideVersions, random: Random): Act[] {
  const guide = ref(instrument, versions)
  const mood = random.index(account.pattern.mood) as Mood // three weights, so 0, 1 or 2
  const score = random.int(...instrument.scores[mood])
  const question = instrument.reason[mood]
  const written = question !== null && random.chance(0.7)
  const answers = written
    ? { score, [question]: random.pick(reasonsFor(account.region.locale, mood)) }
    : { score }
  const common = {
    submission_id: uuid7(account.createdAt, random),
    metric: instrument.metric,
    score,
    scale: scaleOf(instrument),
  }
  const first = { ...common, question_id: 'score', question_type: instrument.metric, answers: { score } }
  const second = { ...common, question_id: question, question_type: 'text', answers }
  const { path } = instrument
  return [
    guideAct(guide, 20_000, path, 'Guide Shown'),
    guideAct(guide, random.int(2_000, 8_000), path, 'Survey Answered', { ...first, completed: false }),
    ...(written
      ? [guideAct(guide, random.int(9_000, 40_000), path, 'Survey Answered', { ...second, completed: false })]
      : []),
    guideAct(guide, 800, path, 'Survey Completed', { ...common, answers, completed: true }),
    guideAct(guide, 10, path, 'Guide Completed'),
  ]
}

const scaleOf = ({ low, high }: Instrument) => ({ low, high })
