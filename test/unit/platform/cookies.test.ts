// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createIdentity } from '../../../src/events/identity'
import { createPrivacy } from '../../../src/events/privacy'
import { openLocalArea } from '../../../src/platform/area'
import { withCookies } from '../../../src/platform/cookies'
import { openArea } from '../../../src/platform/open-area'
import { createStorage } from '../../../src/platform/storage'

const remove = (name: string, domain: string): boolean =>
  Reflect.set(document, 'cookie', `${name}=;path=/;max-age=-1${domain}`)
const clear = (): void => {
  localStorage.clear()
  for (const pair of document.cookie.split('; ')) {
    for (const domain of ['', ';domain=example.com']) remove(pair.split('=')[0] ?? '', domain)
  }
}
beforeEach(() => {
  Reflect.get(window, 'happyDOM').setURL('https://app.example.com/')
  clear()
})
afterEach(clear)

const open = () => createStorage('wk', openArea('cookie'))

describe('storage in cookies', () => {
  it('shares who the user is with the subdomains of the site, and nothing else', () => {
    const storage = open()
    storage.set('identity', { anonymousId: 'ü;,= x' })
    storage.set('history', { a: 1 })
    storage.writeText('q.tab.1', 'events')
    expect(document.cookie).toMatch(/^handrail\.wk\.identity=[^;]*$/)
    expect({ ...localStorage }).toEqual({
      'handrail.wk.history': '{"a":1}',
      'handrail.wk.identity': '#1',
      'handrail.wk.q.tab.1': 'events',
    })
    Reflect.get(window, 'happyDOM').setURL('https://www.example.com/')
    expect(open().get('identity')).toEqual({ anonymousId: 'ü;,= x' })
  })

  it('takes nothing for a value that another subdomain has removed', () => {
    const storage = open()
    storage.set('session', { id: 'x' })
    remove('handrail.wk.session', ';domain=example.com')
    expect(storage.get('session')).toBeUndefined()
  })

  it('keeps an opt-out, and who the user is, also where the rest of the storage is full', () => {
    const setItem = () => {
      throw new DOMException('no', 'QuotaExceededError')
    }
    const visit = () => createStorage('wk', local && withCookies({ ...local, setItem }))
    const local = openLocalArea()
    const storage = visit()
    storage.set('consent', { analytics: false })
    storage.set('identity', { anonymousId: 'x' })
    expect(visit().get('consent')).toEqual({ analytics: false })
    expect(visit().get('identity')).toEqual({ anonymousId: 'x' })
  })

  describe('in two tabs', () => {
    let ids = 0
    const openTab = () => {
      const storage = open()
      return {
        privacy: createPrivacy({ storage, consent: {}, objects: false }),
        identity: createIdentity({ storage, createId: () => `anon-${ids++}` }),
      }
    }
    /** Tells of what has changed since, as a browser tells the other tabs of this origin. */
    const tellSince = (before: Record<string, string>): void => {
      for (const key of new Set([...Object.keys(before), ...Object.keys(localStorage)]))
        if (before[key] !== localStorage[key]) window.dispatchEvent(new StorageEvent('storage', { key }))
    }

    it.each([
      ['at once on the same origin', tellSince],
      ['when they are looked at, also on another subdomain', () => window.dispatchEvent(new Event('focus'))],
      [
        'when they come back out of the back/forward cache',
        () => window.dispatchEvent(new Event('pageshow')),
      ],
    ])('a log-out and an opt-out reach the other %s', (_when, reach) => {
      const one = openTab()
      one.identity.identify('ada', { role: 'admin' })
      const other = openTab()
      const before = { ...localStorage }
      one.identity.reset()
      one.privacy.choose({ analytics: false })
      reach(before)
      expect(other.privacy.allows('analytics')).toBe(false)
      expect(other.identity.who()).toEqual(one.identity.who())
    })

    it('one that nobody looks at does not bring back who has logged out', () => {
      const one = openTab()
      one.identity.identify('ada', { role: 'admin' })
      const other = openTab()
      one.identity.reset()
      other.identity.group('acme', { plan: 'trial' })
      expect(openTab().identity.who()).toEqual({
        ...one.identity.who(),
        accountId: 'acme',
        account: { plan: 'trial' },
      })
    })
  })

  it('removes what it has kept', () => {
    const storage = open()
    storage.set('identity', { anonymousId: 'x' })
    storage.allow(false)
    expect(document.cookie).toBe('')
    expect(storage.get('identity')).toEqual({ anonymousId: 'x' })
  })
})
