import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountDetail, AccountRow, AccountsPage, EventsPage } from '../../src/api-types'
import type { ShapeName } from '../../src/routes/api/shapes/index'
import { at, history, readShape, startFilledApi, tour } from './fixture'
import { type RunningApi, TODAY } from './start-api'

let api: RunningApi

beforeAll(async () => {
  api = await startFilledApi()
}, 180_000)
afterAll(() => api.close())

const read = <T>(url: string, shape: ShapeName) => readShape<T>(api, url, shape)

describe('accounts', () => {
  it('are listed once each over all pages, in the order asked for', async () => {
    for (const sort of ['score', '-score', 'name', '-mrr', 'renewal', '-loss']) {
      const pages: AccountRow[] = []
      let cursor = ''
      do {
        const { accounts, total, next } = await read<AccountsPage>(
          `/api/accounts?limit=2&sort=${sort}${cursor}`,
          'AccountsPage',
        )
        expect(total).toBe(9)
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
    const { total } = await read<AccountsPage>('/api/accounts?filter=mrr:300&limit=1', 'AccountsPage')
    expect(total).toBe(1)
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
      {
        kind: 'tour',
        id: 'intro',
        name: 'intro',
        shown: 2,
        completed: 1,
        dismissed: 1,
        doneCount: null,
        totalCount: null,
      },
    ])
    expect(timeline.map(({ text }) => text)).toContain('Finished the tour "intro"')
    expect(timeline.map(({ text }) => text)).toContain('Closed the tour "intro" with Escape')
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
