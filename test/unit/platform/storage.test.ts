// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPrivacy } from '../../../src/events/privacy'
import { createSession } from '../../../src/events/session'
import { openArea } from '../../../src/platform/open-area'
import { createStorage } from '../../../src/platform/storage'

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

const open = (kind: 'local' | 'memory' = 'local') => createStorage('wk', openArea(kind))
const refuse = (): never => {
  throw new DOMException('no', 'QuotaExceededError')
}

describe('storage', () => {
  it('keeps JSON under the name of the project, and reads nothing else', () => {
    localStorage.setItem('handrail.other.a', '1')
    const storage = open()
    storage.set('a', { b: [1] })
    expect(localStorage.getItem('handrail.wk.a')).toBe('{"b":[1]}')
    expect(open().get('a')).toEqual({ b: [1] })
    expect(storage.keys('')).toEqual(['a'])
    storage.set('a', undefined)
    expect(storage.get('a')).toBeUndefined()
  })

  it('takes what is damaged for missing', () => {
    localStorage.setItem('handrail.wk.a', '{"b":')
    expect(open().get('a')).toBeUndefined()
  })

  it('keeps nothing in the browser when told to use memory', () => {
    const storage = open('memory')
    storage.set('a', 1)
    expect([storage.get('a'), localStorage.length]).toEqual([1, 0])
  })

  it('falls back to memory when it is full, and never shows the older value', () => {
    let full = false
    const real = localStorage
    vi.spyOn(window, 'localStorage', 'get').mockReturnValue(
      new Proxy(real, {
        get: (_, name) => (full && name === 'setItem' ? refuse : Reflect.get(real, name).bind(real)),
      }),
    )
    const storage = open()
    storage.set('a', 'old')
    full = true
    expect(storage.writeText('b', 'x')).toBe(false)
    storage.set('a', 'new')
    expect(storage.get('a')).toBe('new')
    expect(open().get('a')).toBeUndefined()
  })

  it('works where the browser refuses even to name it', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(refuse)
    const storage = open()
    storage.set('a', 1)
    expect([storage.get('a'), storage.keys('')]).toEqual([1, ['a']])
  })

  it('leaves only the refusal behind when storage is refused, and goes on in memory', () => {
    const storage = open()
    storage.set('identity', { anonymousId: 'x' })
    storage.set('consent', { storage: false })
    storage.allow(false)
    storage.set('session', 1)
    expect(Object.keys(localStorage)).toEqual(['handrail.wk.consent'])
    expect(storage.get('identity')).toEqual({ anonymousId: 'x' })
    storage.allow(true)
    expect(open().get('identity')).toEqual({ anonymousId: 'x' })
    expect(open().get('session')).toBe(1)
  })

  it.each([
    ['this page', new Event('focus')],
    ['another tab', new StorageEvent('storage', { key: null })],
  ])('cleared by the host in %s takes back neither a refusal nor the session', (_where, event) => {
    const storage = open()
    const privacy = createPrivacy({ storage, consent: {}, objects: false })
    const who = () => ({ anonymousId: 'x' })
    const session = createSession({ storage, now: Date.now, createId: () => 'id', who, report: () => {} })
    session.touch()
    privacy.choose({ analytics: false })
    localStorage.clear()
    window.dispatchEvent(event)
    expect([session.id(), privacy.allows('analytics')]).toEqual(['id', false])
    privacy.choose({ guides: false })
    expect(open().get('consent')).toEqual({ analytics: false, guides: false })
    privacy.destroy()
    session.destroy()
  })

  it('hears of changes by other tabs, until it is cleaned up', () => {
    const heard = vi.fn()
    const stop = open().onChange('a', heard)
    const change = (key: string | null) => window.dispatchEvent(new StorageEvent('storage', { key }))
    change('handrail.wk.a')
    change('handrail.wk.b')
    change(null)
    stop()
    change('handrail.wk.a')
    expect(heard).toHaveBeenCalledTimes(2)
  })
})
