import { describe, expect, it } from 'vitest'
import { createAttempts } from '../../src/dashboard/server/attempts'

function setUp() {
  const clock = { ms: 0 }
  const attempts = createAttempts({ limit: 3, windowMs: 60_000, now: () => clock.ms, maxKeys: 4 })
  const failTimes = (times: number, ...keys: string[]) => {
    for (let i = 0; i < times; i++) attempts.fail(keys)
  }
  return { clock, attempts, failTimes }
}

describe('createAttempts', () => {
  it('makes a name wait after too many failures, whatever address they come from', () => {
    const { attempts, failTimes } = setUp()
    failTimes(1, 'name ada', 'address 1')
    failTimes(1, 'name ada', 'address 2')
    expect(attempts.waitSeconds(['name ada'])).toBe(0)
    failTimes(1, 'name ada', 'address 3')
    expect(attempts.waitSeconds(['address 9', 'name ada'])).toBe(60)
  })

  it('lets in again when the window of the first failure is over', () => {
    const { attempts, failTimes, clock } = setUp()
    failTimes(3, 'name ada')
    clock.ms = 59_500
    expect(attempts.waitSeconds(['name ada'])).toBe(1)
    clock.ms = 60_000
    expect(attempts.waitSeconds(['name ada'])).toBe(0)
  })

  it('forgets failures after a success', () => {
    const { attempts, failTimes } = setUp()
    failTimes(2, 'name ada')
    attempts.clear(['name ada'])
    failTimes(2, 'name ada')
    expect(attempts.waitSeconds(['name ada'])).toBe(0)
  })

  it('remembers a bounded number of keys, the latest ones', () => {
    const { attempts, failTimes } = setUp()
    failTimes(3, 'old')
    for (const key of ['a', 'b', 'c', 'd']) failTimes(3, key)
    expect(attempts.waitSeconds(['old'])).toBe(0)
    expect(attempts.waitSeconds(['d'])).toBe(60)
  })
})
