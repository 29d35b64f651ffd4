import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FeaturesList, Metrics, SurveyDetail } from '../../src/api-figures'
import type { Told } from '../signals/history'
import { readShape } from './fixture'
import { NOW, type RunningApi, startApi, TODAY } from './start-api'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

let api: RunningApi
let told: Told[]

beforeEach(async () => {
  api = await startApi()
  told = []
}, 60_000)
afterEach(() => api.close())

const metrics = () => readShape<Metrics>(api, '/api/metrics', 'Metrics')

function tell(userId: string, event: string, properties: object, ts = NOW - HOUR_MS, account = 'acme'): void {
  const message = {
    type: 'track' as const,
    messageId: `m-${told.length}`,
    userId,
    event,
    properties: { ...properties },
  }
  told.push({ account, ts, message })
}

const shown = (userId: string, survey: string, ts?: number) =>
  tell(userId, 'Guide Shown', { guide_kind: 'survey', guide_id: survey }, ts)

const answered = (userId: string, survey: string, given: object, ts?: number) =>
  tell(
    userId,
    'Survey Answered',
    { guide_kind: 'survey', guide_id: survey, submission_id: userId, ...given },
    ts,
  )

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))

describe('CSAT', () => {
  it('takes each answer on the scale on which it was asked', async () => {
    times(50, (i) => answered(`star-${i}`, 'stars', { metric: 'csat', score: 2, scale: 5 }))
    answered('thumb', 'thumbs', { metric: 'csat', score: 2, scale: 2 })
    answered('seven', 'seven', { metric: 'csat', score: 6, scale: 7 })
    answered('seven-too', 'seven', { metric: 'csat', score: 5, scale: 7 })
    answered('ten', 'ten', { metric: 'csat', score: 8, scale: 10 })
    answered('ten-too', 'ten', { metric: 'csat', score: 7, scale: 10 })
    await api.load(told)
    expect((await metrics()).csat).toMatchObject({ n: 55, value: 3 / 55 })
  })

  it('leaves out what its scale does not have', async () => {
    answered('ada', 'csat', { metric: 'csat', score: 5 })
    answered('bob', 'csat', { metric: 'csat', score: 1e9 })
    answered('cyd', 'csat', { metric: 'csat', score: 0 })
    await api.load(told)
    const survey = await readShape<SurveyDetail>(api, '/api/surveys/csat', 'SurveyDetail')
    expect(survey).toMatchObject({ n: 1, distribution: [{ score: 5, answers: 1 }] })
    expect((await metrics()).csat).toMatchObject({ n: 1, value: 1 })
  })
})

describe('the response rate', () => {
  it('is of the surveys shown in the period', async () => {
    times(10, (i) => {
      shown(`before-${i}`, 'nps', NOW - 29 * DAY_MS)
      answered(`before-${i}`, 'nps', { metric: 'nps', score: 9 }, NOW - 27 * DAY_MS)
      shown(`now-${i}`, 'nps', NOW - 2 * DAY_MS)
    })
    answered('now-0', 'nps', { metric: 'nps', score: 9 }, NOW - DAY_MS)
    await api.load(told)
    expect((await metrics()).responseRate).toBe(0.1)
  })
})

describe('active people', () => {
  beforeEach(async () => {
    times(5, (i) => tell(`solo-${i}`, 'Task Done', {}, NOW - HOUR_MS, ''))
    tell('solo-0', 'Feature Used', { feature_id: 'invite' }, NOW - HOUR_MS, '')
    tell('ada', 'Feature Used', { feature_id: 'invite' })
  })

  it('are those without an account too', async () => {
    await api.load(told)
    expect((await metrics()).days.at(-1)).toEqual({ day: TODAY, dau: 6, wau: 6, mau: 6, stickiness: 1 })
    const { activeUsers, features } = await readShape<FeaturesList>(api, '/api/features', 'FeaturesList')
    expect(activeUsers).toBe(6)
    expect(features).toMatchObject([{ id: 'invite', users: 2, accounts: 1, uses: 2, adoption: 2 / 6 }])
  })

  it('are not those who only claim to be a user, and not passers-by', async () => {
    tell('unverified:ada', 'Task Done', {}, NOW - HOUR_MS, '')
    const passing = { type: 'page' as const, messageId: 'passing', anonymousId: 'browser', name: 'Prices' }
    await api.load([...told, { account: '', ts: NOW - HOUR_MS, message: passing }])
    expect((await metrics()).days.at(-1)).toMatchObject({ dau: 6 })
  })
})
