import type { AccountDetail, Change, ScoreDay } from '../../api-types'
import { change } from '../../health/change'
import { addDays } from '../../signals/days'
import { projectContext } from '../../signals/project-context'
import { scoresOf } from '../../signals/score-store'
import type { StoredScore } from '../../signals/stored-score'
import { liveWords } from './config-words'
import { parameters } from './parameters'
import { notFound } from './problem'
import { TREND_DAYS, toRow, trendOf } from './queries/account-rows'
import { accountUsers } from './queries/account-users'
import { eventRows, toTimeline } from './queries/event-rows'
import { guideProgress } from './queries/guide-progress'
import { surveyAnswers } from './queries/survey-answers'
import { route } from './route'
import { inWords } from './said'
import { toldOnce } from './told-once'

const HISTORY_DAYS = 180
const TIMELINE_LENGTH = 100
const ANSWERS = 50

/** Said by the event they stand beside, too many to be a story, or repeated by the host on every page. */
const NOT_IN_TIMELINE = {
  events: ['Feature Used', 'Session Started', 'Step Viewed'],
  types: ['identify', 'group'],
}

/** Today is compared with the day before, the week before and four weeks before. */
const COMPARED_DAYS = [1, 7, 28]

export const account = route({
  method: 'GET',
  path: '/api/accounts/:id',
  summary:
    'One account, scored as of now: what its health is made of, how it came here, its people and their answers.',
  query: parameters({}),
  answer: 'AccountDetail',
  async handle({ services, project, params }): Promise<AccountDetail> {
    const { engine, control, scoring } = services
    const id = params.id ?? ''
    const { today, scope } = await projectContext(services, project)
    const words = await liveWords(services, project)
    const scored = scoring.scoreNow(project, id)
    const [told, stored, history, users, timeline, answers, guides] = await Promise.all([
      control.traits.account(project, id),
      scored,
      scored.then(() => scoresOf(engine, project, id, addDays(today, -HISTORY_DAYS))), // ends with the score of now
      accountUsers(services, scope(today), id),
      eventRows(engine, project, { account: id }, { limit: TIMELINE_LENGTH, except: NOT_IN_TIMELINE }),
      surveyAnswers(engine, project, { account: id, limit: ANSWERS }),
      guideProgress(engine, project, id, words),
    ])
    if (!told && !stored) throw notFound('account', id)
    const points = history.map(({ day, score }) => ({ day, value: score }))
    return {
      ...toRow(id, told, stored ?? undefined, trendOf(points, addDays(today, 1 - TREND_DAYS), today)),
      segment: stored?.detail.segment ?? null,
      weights: stored?.detail.weights ?? {},
      raw: stored?.detail.raw ?? null,
      caps: stored?.detail.caps ?? [],
      signals: { ...stored?.detail.signals },
      history: history.map(toScoreDay),
      changes: changes(history),
      users,
      timeline: toldOnce(timeline).map((event) => toTimeline(event, words)),
      answers: answers.map((answer) => inWords(answer, words)),
      guides,
    }
  },
})

function toScoreDay({ day, score, band, detail }: StoredScore): ScoreDay {
  return { day, score, band, components: detail.components }
}

function changes(history: readonly StoredScore[]): Change[] {
  const last = history.at(-1)
  if (!last) return []
  return COMPARED_DAYS.flatMap((days) => {
    const before = history.find(({ day }) => day === addDays(last.day, -days))
    if (!before || before.detail.raw === null || last.detail.raw === null) return []
    const moved = change({ ...before.detail, day: before.day }, { ...last.detail, day: last.day })
    return moved.parts.length > 0 ? [moved] : []
  })
}
