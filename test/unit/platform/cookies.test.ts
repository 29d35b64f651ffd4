// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
    expect(Object.keys(localStorage).sort()).toEqual(['handrail.wk.history', 'handrail.wk.q.tab.1'])
    Reflect.get(window, 'happyDOM').setURL('https://www.example.com/')
    expect(open().get('identity')).toEqual({ anonymousId: 'ü;,= x' })
  })

  it('removes what it has kept', () => {
    const storage = open()
    storage.set('identity', { anonymousId: 'x' })
    storage.allow(false)
    expect(document.cookie).toBe('')
    expect(storage.get('identity')).toEqual({ anonymousId: 'x' })
  })
})
