import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AccountDetail } from '../../src/api-types'
import type { Told } from '../signals/history'
import { readShape } from './fixture'
import { NOW, type RunningApi, startApi } from './start-api'

/** SQLite takes 32,766 values in one statement. */
const USERS = 33_000

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
}, 60_000)
afterAll(() => api.close())

it('the page of an account with more users than a statement takes values has them all', {
  timeout: 60_000,
}, async () => {
  const { projectId } = api.project
  const ids = Array.from({ length: USERS }, (_, i) => `user-${i}`)
  await api.load(
    ids.map(
      (userId, i): Told => ({
        account: 'giant',
        ts: NOW - 1000 - i,
        message: { type: 'track', messageId: `m-${i}`, userId, event: 'Task Done' },
      }),
    ),
  )
  await api.services.control.vouched.add(projectId, ids)
  const { users } = await readShape<AccountDetail>(api, '/api/accounts/giant', 'AccountDetail')
  expect(users).toHaveLength(USERS)
  expect(users.filter(({ verified, activeDays }) => verified && activeDays === 1)).toHaveLength(USERS)
  const accounts = await api.services.control.traits.accountsOf(projectId, ids)
  expect(new Set(accounts.values())).toEqual(new Set(['giant']))
  expect(accounts.size).toBe(USERS)
})
