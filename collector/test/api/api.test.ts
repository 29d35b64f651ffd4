import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  AccountDetail,
  AccountRow,
  AccountsPage,
  EventsPage,
  GuideDetail,
  Metrics,
  Portfolio,
} from '../../src/api-types'
import { type ShapeName, shapes } from '../../src/routes/api/shapes/index'
import { addDays } from '../../src/signals/days'
import { makeHistory, type Told } from '../signals/history'
import { type RunningApi, startApi, TODAY } from './start-api'

const history = makeHistory({ lastDay: TODAY }).filter(({ ts }) => ts < Date.parse('2026-11-20T17:00:00Z'))
const at = (time: string) => Date.parse(`2026-11-20T${time}Z`)

/** A tour that one user finishes and another closes at its second step. */
const tour: Told[] = [
  ['ada', 'Guide Shown', '10:00:00', {}],
  ['ada', 'Step Viewed', '10:00:01', { step_id: 'hello', step_index: 0 }],
  ['ada', 'Step Completed', '10:00:05', { step_id: 'hello', step_index: 0 }],
  ['ada', 'Step Viewed', '10:00:05', { step_id: 'name', step_index: 1 }],
  ['ada', 'Target Healed', '10:00:05', { step_id: 'name', step_index: 1, locator_index: 1 }],
  ['ada', 'Step Completed', '10:00:15', { step_id: 'name', step_index: 1 }],
  ['ada', 'Guide Completed', '10:00:15', {}],
  ['bob', 'Guide Shown', '11:00:00', {}],
  ['bob', 'Step Viewed', '11:00:00', { step_id: 'hello', step_index: 0 }],
  ['bob', 'Step Completed', '11:00:02', { step_id: 'hello', step_index: 0 }],
  ['bob', 'Step Viewed', '11:00:02', { step_id: 'name', step_index: 1 }],
  ['bob', 'Guide Failed', '11:00:12', { step_id: 'name', step_index: 1, reason: 'missing' }],
  ['bob', 'Guide Dismissed', '11:00:13', { how: 'escape' }],
].map(([userId, event, time, more], i) => ({
  account: 'tandem',
  ts: at(String(time)),
  message: {
    type: 'track',
    messageId: `tour-${i}`,
    userId: String(userId),
    event: String(event),
    properties: { guide_kind: 'tour', guide_id: 'intro', ...Object(more) },
  },
}))

let api: RunningApi

beforeAll(async () => {
  api = await startApi()
  await api.load(history)
  await api.load(tour)
  await api.services.scoring.recompute({
    projectId: api.project.projectId,
    from: addDays(TODAY, -20),
    to: TODAY,
  })
}, 60_000)
afterAll(() => api.close())

/** The body of a 200, after it was found to have exactly the shape that the document promises. */
async function read<T>(url: string, shape: ShapeName): Promise<T> {
  const { status, body } = await api.get(url)
  expect(body, url).not.toHaveProperty('error')
  expect(status).toBe(200)
  const result = shapes[shape].safeParse(body)
  expect(result.error?.issues ?? [], url).toEqual([])
  return body as T
}

describe('accounts', () => {
  it('are listed once each over all pages, in the order asked for', async () => {
    for (const sort of ['score', '-score', 'name', '-mrr', 'renewal', '-loss']) {
      const pages: AccountRow[] = []
      let cursor = ''
      do {
        const { accounts, next } = await read<AccountsPage>(
          `/api/accounts?limit=2&sort=${sort}${cursor}`,
          'AccountsPage',
        )
        pages.push(...accounts)
        cursor = next === null ? '' : `&cursor=${next}`
      } while (cursor !== '')
      const { accounts } = await read<AccountsPage>(`/api/accounts?sort=${sort}`, 'AccountsPage')
      expect(
        pages.map(({ id }) => id),
        sort,
      ).toEqual(accounts.map(({ id }) => id))
      expect(new Set(pages.map(({ id }) => id)).size).toBe(9)
    }
    const { accounts } = await read<AccountsPage>('/api/accounts?sort=-score', 'AccountsPage')
    const scores = accounts.flatMap(({ score }) => (score === null ? [] : [score]))
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(accounts.slice(scores.length).every(({ score }) => score === null)).toBe(true)
  })

  it('are found by words, band, flag and trait', async () => {
    const ids = async (filter: string) =>
      (
        await read<AccountsPage>(`/api/accounts?filter=${encodeURIComponent(filter)}`, 'AccountsPage')
      ).accounts.map(({ id }) => id)
    const { accounts } = await read<AccountsPage>('/api/accounts', 'AccountsPage')
    for (const band of ['healthy', 'watch', 'at_risk', 'unknown']) {
      expect((await ids(`band:${band}`)).sort()).toEqual(
        accounts
          .filter((one) => one.band === band)
          .map(({ id }) => id)
          .sort(),
      )
    }
    const flag = accounts.flatMap(({ flags }) => flags)[0]?.id ?? ''
    expect((await ids(`flag:${flag}`)).length).toBeGreaterThan(0)
    expect(await ids('mrr:300')).toEqual(['account-3'])
    expect(await ids('name:"account 3"')).toEqual(['account-3'])
    expect(await ids('TAND')).toEqual(['tandem'])
    expect(await ids('tand band:healthy')).toEqual([])
  })

  it('show sixty days of scores, the last one the score of today', async () => {
    const { accounts } = await read<AccountsPage>('/api/accounts', 'AccountsPage')
    for (const { trend, score } of accounts) {
      expect(trend).toHaveLength(60)
      expect(trend.at(-1)).toBe(score)
    }
  })
})

describe('one account', () => {
  it('explains its score to the last point', async () => {
    const one = await read<AccountDetail>('/api/accounts/account-2', 'AccountDetail')
    const sum = Object.values(one.contribution).reduce((total, points) => total + points, 0)
    expect(sum).toBeCloseTo(one.raw ?? Number.NaN, 9)
    expect(one.drivers.length).toBeGreaterThan(0)
    expect(one.history).toHaveLength(21)
    const [day] = one.changes
    const [before, after] = one.history.slice(-2)
    expect(day).toMatchObject({ from: before?.day, to: after?.day })
    expect(one.users.length).toBeGreaterThan(0)
    expect(one.timeline.map(({ ts }) => ts)).toEqual(one.timeline.map(({ ts }) => ts).sort((a, b) => b - a))
    expect(one.asOf).toBe(TODAY)
  })

  it('moves within the request after its user has answered, in the component that answered', async () => {
    const before = await read<AccountDetail>('/api/accounts/account-3', 'AccountDetail')
    const answer = {
      submission_id: 'now',
      metric: 'nps',
      score: 10,
      answers: { score: 10, why: 'Fast' },
      completed: true,
    }
    const properties = { guide_kind: 'survey', guide_id: 'nps', ...answer }
    const message = {
      type: 'track' as const,
      messageId: 'now',
      userId: 'user-3-0',
      event: 'Survey Answered',
      properties,
    }
    await api.load([{ account: 'account-3', ts: at('17:30:00'), message }])
    const after = await read<AccountDetail>('/api/accounts/account-3', 'AccountDetail')
    expect(after.components.sentiment).not.toBe(before.components.sentiment)
    expect(after.score).not.toBe(before.score)
    expect({ ...after.components, sentiment: 0 }).toEqual({ ...before.components, sentiment: 0 })
    expect(after.answers[0]).toMatchObject({
      submissionId: 'now',
      metric: 'nps',
      score: 10,
      answers: { why: 'Fast' },
    })
    expect(after.timeline[0]?.text).toBe('Answered the survey "nps" with NPS 10')
    const { accounts } = await read<AccountsPage>('/api/accounts?filter=account-3', 'AccountsPage')
    expect(accounts[0]?.score).toBe(after.score)
  })

  it('shows how far its people came in a tour', async () => {
    const { guides, timeline } = await read<AccountDetail>('/api/accounts/tandem', 'AccountDetail')
    expect(guides).toEqual([
      { kind: 'tour', id: 'intro', shown: 2, completed: 1, dismissed: 1, doneCount: null, totalCount: null },
    ])
    expect(timeline.map(({ text }) => text)).toContain('Finished the tour "intro"')
    expect(timeline.map(({ text }) => text)).toContain('Closed the tour "intro" (escape)')
  })

  it('that does not exist is a 404', async () => {
    expect(await api.get('/api/accounts/nobody')).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found' } },
    })
  })
})

describe('events', () => {
  const url = '/api/events?account=tandem&limit=5'

  it('come newest first, page by page, without gap or repetition', async () => {
    const first = await read<EventsPage>(url, 'EventsPage')
    const second = await read<EventsPage>(`${url}&cursor=${first.next}`, 'EventsPage')
    const third = await read<EventsPage>(`${url}&cursor=${second.next}`, 'EventsPage')
    const ids = [first, second, third].flatMap(({ events }) => events.map(({ messageId }) => messageId))
    expect(ids).toHaveLength(13)
    expect(new Set(ids).size).toBe(13)
    expect(third.next).toBeNull()
    const times = [first, second].flatMap(({ events }) => events.map(({ ts }) => ts))
    expect(times).toEqual([...times].sort((a, b) => b - a))
  })

  it('count once, whatever is delivered again', async () => {
    const { body: before } = await api.get('/api/events/count')
    await api.load([...history.slice(0, 500), ...tour.slice(0, 3)])
    expect((await api.get('/api/events/count')).body).toEqual(before)
    expect((await api.get('/api/events/count?account=tandem')).body).toEqual({ events: 13 })
    expect((await api.get('/api/events/count?event=Guide%20Shown&account=tandem')).body).toEqual({
      events: 2,
    })
  })

  it('are bounded by time, the end excluded', async () => {
    const count = async (query: string) =>
      (await api.get(`/api/events/count?account=tandem&${query}`)).body.events
    expect(await count('from=2026-11-20T11:00:00Z')).toBe(6)
    expect(await count('to=2026-11-20T11:00:00Z')).toBe(7)
    expect(await count('from=2026-11-21')).toBe(0)
    expect(await count('from=2026-11-20&to=2026-11-21')).toBe(13)
  })
})

describe('guides and surveys', () => {
  it('tell a funnel with its times, how it was closed and what failed', async () => {
    const guide = await read<GuideDetail>('/api/guides/tour/intro', 'GuideDetail')
    expect(guide).toMatchObject({ shown: 2, completed: 1, dismissed: 1, failed: 1, completionRate: 0.5 })
    expect(guide.steps).toEqual([
      { id: 'hello', index: 0, viewed: 2, completed: 2, medianMs: 3000, failed: 0, healed: 0 },
      { id: 'name', index: 1, viewed: 2, completed: 1, medianMs: 10_000, failed: 1, healed: 1 },
    ])
    expect(guide.dismissals).toEqual([{ how: 'escape', people: 1 }])
    expect(guide.failures).toEqual([{ stepId: 'name', reason: 'missing', people: 1, last: at('11:00:12') }])
    expect(await api.get('/api/guides/tour/none')).toMatchObject({ status: 404 })
  })

  it('agree with the raw answers', async () => {
    const answers = history.filter(
      ({ message }) => message.event === 'Survey Answered' && message.properties?.metric === 'csat',
    )
    const scores = answers.map(({ message }) => Number(message.properties?.score))
    const { body } = await api.get('/api/surveys/csat')
    expect(shapes.SurveyDetail.safeParse(body).error?.issues ?? []).toEqual([])
    expect(body.n).toBe(scores.length)
    expect(body.csat.value).toBeCloseTo(scores.filter((score) => score >= 4).length / scores.length, 12)
    expect(body.csat.low).toBeLessThan(body.csat.value)
    expect(body.distribution.reduce((sum: number, one: { answers: number }) => sum + one.answers, 0)).toBe(
      scores.length,
    )
    expect(body.responseRate).toBe(body.answered / body.shown)
  })

  it('have a null, not a zero, where nobody answered', async () => {
    const { body } = await api.get('/api/surveys/exit')
    expect(body).toMatchObject({ n: 0, nps: null, csat: null, ces: null, distribution: [] })
  })
})

describe('figures', () => {
  it('add up over the portfolio', async () => {
    const portfolio = await read<Portfolio>('/api/portfolio', 'Portfolio')
    const { accounts } = await read<AccountsPage>('/api/accounts', 'AccountsPage')
    expect(portfolio.accounts).toBe(accounts.length)
    expect(portfolio.bands.reduce((sum, band) => sum + band.accounts, 0)).toBe(accounts.length)
    const scores = accounts.flatMap(({ score }) => (score === null ? [] : [score]))
    expect(portfolio.average).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / scores.length, 9)
    expect(portfolio.history).toHaveLength(60)
    const { day: _, ...today } = portfolio.history.at(-1) ?? { day: '' }
    expect(Object.values(today).reduce((sum, n) => sum + n, 0)).toBe(accounts.length)
    for (const { delta, from, to, text } of portfolio.movers) {
      expect(delta).toBe(to - from)
      expect(text).not.toBe('')
    }
  })

  it('count active people of each day, week and month as the raw events do', async () => {
    const metrics = await read<Metrics>('/api/metrics?from=2026-10-20&to=2026-11-10', 'Metrics')
    const own = /^(Guide|Step|Item|Survey|Session) /
    const active = history.filter(
      ({ message }) =>
        message.type === 'page' || (message.type === 'track' && !own.test(message.event ?? '')),
    )
    const people = (day: string, length: number) => {
      const from = Date.parse(addDays(day, 1 - length))
      const to = Date.parse(addDays(day, 1))
      return new Set(active.filter(({ ts }) => ts >= from && ts < to).map(({ message }) => message.userId))
        .size
    }
    expect(metrics.days).toHaveLength(22)
    for (const { day, dau, wau, mau } of metrics.days) {
      expect({ dau, wau, mau }, day).toEqual({
        dau: people(day, 1),
        wau: people(day, 7),
        mau: people(day, 28),
      })
    }
    expect(metrics.activation).toBeNull()
    expect(metrics.mrr).toBe(100 * (0 + 1 + 2 + 3 + 5 + 6 + 7))
  })

  it('tell the adoption of each feature', async () => {
    const { body } = await api.get('/api/features')
    expect(shapes.FeaturesList.safeParse(body).error?.issues ?? []).toEqual([])
    const uses = history.filter(
      ({ ts, message }) => message.properties?.feature_id === 'invite' && ts >= Date.parse('2026-10-24'),
    )
    const invite = body.features.find(({ id }: { id: string }) => id === 'invite')
    expect(invite).toMatchObject({
      uses: uses.length,
      users: new Set(uses.map(({ message }) => message.userId)).size,
    })
    expect(invite.adoption).toBe(invite.users / body.activeUsers)
  })
})

describe('a changed model', () => {
  it('shows whom it would move, and stores nothing', async () => {
    const post = (payload: object) =>
      api.app.inject({
        method: 'POST',
        url: '/api/health/preview',
        payload,
        headers: { authorization: `Bearer ${api.project.apiToken}` },
      })
    const same = (await post({})).json()
    expect(shapes.HealthPreview.safeParse(same).error?.issues ?? []).toEqual([])
    expect(same.moved).toEqual([])
    const before = (await api.get('/api/portfolio')).body
    const strict = (await post({ bands: { healthy: 100, watch: 99 } })).json()
    expect(strict.moved.length).toBeGreaterThan(0)
    expect(strict.bands.find(({ band }: { band: string }) => band === 'watch').after).toBe(0)
    expect((await api.get('/api/portfolio')).body).toEqual(before)
    const wrong = await post({ bands: { helthy: 1 } })
    expect(wrong.statusCode).toBe(400)
    expect(wrong.json().error).toMatchObject({ code: 'bad_model', path: 'model.bands.helthy' })
  })
})
