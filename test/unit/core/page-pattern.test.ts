import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchesPage } from '../../../src/core/page-pattern'
import type { Page } from '../../../src/schema'

describe.each<[Page, string[], string[]]>([
  ['/', ['/'], ['/a']],
  ['/projects', ['/projects', '/projects/'], ['/project', '/projects/1', '/Projects']],
  ['/projects/', ['/projects'], ['/']],
  ['/projects/*', ['/projects/1', '/projects/1/'], ['/projects', '/projects/1/edit']],
  ['/projects/*/edit', ['/projects/1/edit'], ['/projects/edit', '/projects/1/2/edit']],
  ['/projects/p-*', ['/projects/p-1', '/projects/p-'], ['/projects/q-1', '/projects/p-1/x']],
  ['/projects/**', ['/projects', '/projects/1', '/projects/1/2'], ['/project']],
  ['/**', ['/', '/a', '/a/b'], []],
  ['/**/edit', ['/edit', '/a/b/edit'], ['/edit/a', '/aedit']],
  ['/a?tab=open', ['/a?tab=open', '/a?x=1&tab=open', '/a/?tab=open'], ['/a', '/a?tab=opened', '/b?tab=open']],
  ['/a?tab=*', ['/a?tab=x', '/a?tab='], ['/a?tabs=x']],
  ['/a?tab', ['/a?tab', '/a?tab=1'], ['/a?t=tab']],
  ['/a?q=two words', ['/a?q=two%20words', '/a?q=two+words'], []],
  ['/über', ['/über', '/%C3%BCber'], []],
  ['/a.b', ['/a.b'], ['/axb']],
  [{ regex: '^/projects/\\d+$' }, ['/projects/12'], ['/projects/x', '/projects/1?x']],
  [{ regex: '\\?tab=open' }, ['/a?tab=open'], ['/a']],
  [{ regex: '(' }, [], ['/', '/(']],
])('%j', (pattern, inside, outside) => {
  const on = (url: string) => {
    const at = url.indexOf('?')
    return at < 0 ? matchesPage(pattern, url, '') : matchesPage(pattern, url.slice(0, at), url.slice(at))
  }
  test.each(inside)('holds on %s', (url) => expect(on(url)).toBe(true))
  if (outside.length > 0) test.each(outside)('does not hold on %s', (url) => expect(on(url)).toBe(false))
})

test('no pattern and no path makes it throw, malformed escapes included', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (pattern, path, search) => {
      expect(typeof matchesPage(`/${pattern}`, `/${path}%`, `?${search}%E0`)).toBe('boolean')
    }),
  )
})

test('a pattern without wildcards matches its own path, and nothing but that', () => {
  const path = fc
    .array(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 4 })
    .map((parts) => `/${parts.join('/')}`)
  fc.assert(
    fc.property(path, path, (pattern, other) => {
      expect(matchesPage(pattern, pattern, '')).toBe(true)
      expect(matchesPage(pattern, other, '')).toBe(pattern === other)
    }),
  )
})

// One that backtracks exponentially does not come back before the runner gives up.
test('many stars against a long path come to an answer', () => {
  const pattern = `/${'*a'.repeat(30)}b`
  expect(matchesPage(pattern, `/${'a'.repeat(2000)}`, '')).toBe(false)
})
