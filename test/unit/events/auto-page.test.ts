import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutoPage } from '../../../src/events/auto-page'

const send = vi.fn()
const nextTask = () => new Promise((resolve) => setTimeout(resolve))
beforeEach(() => void send.mockClear())

describe('the automatic page event', () => {
  it('is sent once, in a task of its own, however often the address changes in one', async () => {
    const auto = createAutoPage(send)
    auto.arrive()
    auto.arrive()
    expect(send).not.toHaveBeenCalled()
    await nextTask()
    expect(send).toHaveBeenCalledTimes(1)
    auto.arrive()
    await nextTask()
    expect(send).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['after', ['arrive', 'replace']],
    ['before', ['replace', 'arrive']],
  ] as const)('gives way to one of the host %s the navigation in the same task', async (_when, calls) => {
    const auto = createAutoPage(send)
    for (const call of calls) auto[call]()
    await nextTask()
    expect(send).not.toHaveBeenCalled()
  })

  it('is sent again after a task in which the host sent one for the page before', async () => {
    const auto = createAutoPage(send)
    auto.replace()
    await nextTask()
    auto.arrive()
    await nextTask()
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('goes out at once, and once, when the page ends', async () => {
    const auto = createAutoPage(send)
    auto.arrive()
    auto.settle()
    expect(send).toHaveBeenCalledTimes(1)
    await nextTask()
    expect(send).toHaveBeenCalledTimes(1)
  })
})
