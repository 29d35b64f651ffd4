// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { onNavigate } from '../../../src/platform/navigation'

const before = Object.getOwnPropertyDescriptors(history)
const { pushState, replaceState } = history

describe('without a Navigation API', () => {
  const cleanups: (() => void)[] = []
  const listen = (heard: string[]) => {
    const stop = onNavigate((url) => heard.push(new URL(url).pathname + new URL(url).search))
    cleanups.push(stop)
    return stop
  }
  afterEach(() => {
    for (const cleanup of cleanups.splice(0)) cleanup()
    expect(Object.getOwnPropertyDescriptors(history)).toEqual(before)
    expect([history.pushState, history.replaceState]).toEqual([pushState, replaceState])
  })

  it('hears of a change of URL once, and not of a call that changes none', () => {
    const heard: string[] = []
    listen(heard)
    history.pushState(null, '', '/a')
    history.pushState(null, '', '/a')
    history.replaceState(null, '', '/a?b=1')
    expect(heard).toEqual(['/a', '/a?b=1'])
  })

  it('is cleaned up in any order, and twice without harm', () => {
    const [first, second]: [string[], string[]] = [[], []]
    const stop = listen(first)
    listen(second)
    stop()
    stop()
    history.pushState(null, '', '/x')
    expect([first, second]).toEqual([[], ['/x']])
  })

  it('leaves alone what the host has wrapped around it', () => {
    const heard: string[] = []
    const stop = listen(heard)
    const ours = history.pushState
    history.pushState = function (...args) {
      ours.apply(this, args)
    }
    stop()
    history.pushState(null, '', '/y')
    expect(location.pathname).toBe('/y')
    expect(heard).toEqual([])
    Reflect.deleteProperty(history, 'pushState')
  })
})
