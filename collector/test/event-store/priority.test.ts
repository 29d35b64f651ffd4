import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { countEvents } from '../figures'
import { type RunningCollector, startCollector } from '../start-collector'
import { until } from './open-events'

/** Policies of the scheduler, as `/proc` numbers them. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const usualPolicy = 0
const idlePolicy = 5

let collector: RunningCollector

beforeAll(async () => {
  collector = await startCollector()
  const message = { type: 'track', event: 'Report Opened', userId: 'u', messageId: 'm' }
  const body = JSON.stringify({ writeKey: collector.writeKey, batch: [message] })
  await fetch(`${collector.origin}/v1/batch`, { method: 'POST', body })
  await until(async () => (await countEvents(collector)) === 1) // every thread that loading needs has started
})
afterAll(() => collector.stop())

it.runIf(process.platform === 'linux')('the event store has what the taking in leaves', async () => {
  const policies = await policiesOf((await collector.enginePid()) ?? 0)
  expect(policies.size).toBeGreaterThan(10)
  expect(new Set(policies.values())).toEqual(new Set([idlePolicy]))
})

it.runIf(process.platform === 'linux')(
  'of the collector only the thread that builds blocks does',
  async () => {
    const policies = await policiesOf(collector.pid)
    expect(policies.get(collector.pid)).toBe(usualPolicy)
    expect([...policies.values()].filter((policy) => policy === idlePolicy)).toHaveLength(1)
  },
)

/** By thread. */
async function policiesOf(pid: number): Promise<Map<number, number>> {
  const threads = await readdir(`/proc/${pid}/task`)
  const policies = threads.map(async (thread) => {
    const stat = await readFile(`/proc/${pid}/task/${thread}/stat`, 'utf8')
    const behindName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return [Number(thread), Number(behindName[38])] as const
  })
  return new Map(await Promise.all(policies))
}
