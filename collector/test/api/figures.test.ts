import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeaturesList, GuideDetail, Metrics, SurveyDetail } from '../../src/api-figures'
import type { AccountsPage, Portfolio } from '../../src/api-types'
import { type ShapeName, shapes } from '../../src/routes/api/shapes/index'
import { addDays } from '../../src/signals/days'
import { at, history, readShape, startFilledApi } from './fixture'
import type { RunningApi } from './start-api'

let api: RunningApi

beforeAll(async () => {
  api = await startFilledApi()
}, 180_000)
afterAll(() => api.close())

const read = <T>(url: string, shape: ShapeName) => readShape<T>(api, url, shape)

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
      ({ message }) => message.event === 'Survey Completed' && message.properties?.metric === 'csat',
    )
    const scores = answers.map(({ message }) => Number(message.properties?.score))
    const body = await read<SurveyDetail>('/api/surveys/csat', 'SurveyDetail')
    expect(body.n).toBe(scores.length)
    expect(body.csat?.value).toBeCloseTo(scores.filter((score) => score >= 4).length / scores.length, 12)
    expect(body.csat?.low).toBeLessThan(body.csat?.value ?? 0)
    expect(body.distribution.reduce((sum, one) => sum + one.answers, 0)).toBe(scores.length)
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
    const body = await read<FeaturesList>('/api/features', 'FeaturesList')
    const uses = history.filter(
      ({ ts, message }) => message.properties?.feature_id === 'invite' && ts >= Date.parse('2026-10-24'),
    )
    const invite = body.features.find(({ id }) => id === 'invite')
    expect(invite).toMatchObject({
      uses: uses.length,
      users: new Set(uses.map(({ message }) => message.userId)).size,
    })
    expect(invite?.adoption).toBe((invite?.users ?? 0) / body.activeUsers)
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
