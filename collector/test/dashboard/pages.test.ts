import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountHref, matchRoute } from '../../src/dashboard/shared/pages'
import { resolveView } from '../../src/dashboard/shared/view'

describe('matchRoute', () => {
  it('finds every account again by the address made for it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
        expect(matchRoute(accountHref(id))).toEqual({ page: 'account', id })
      }),
    )
  })

  it('makes an address of an id that is no well-formed text', () => {
    expect(accountHref('a\ud800b')).toBe('/accounts/a%EF%BF%BDb')
    expect(accountHref('😀')).toBe('/accounts/%F0%9F%98%80')
  })

  it('leaves what is no page to the server', () => {
    expect(['/handrail.js', '/api/accounts', '/accounts/a/b', '/accounts/%'].map(matchRoute)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})

describe('resolveView', () => {
  it('takes the language asked for, with its direction', () => {
    expect(resolveView({ lang: 'fa' })).toEqual({ locale: 'fa', dir: 'rtl' })
    expect(resolveView({ lang: 'de-AT' })).toEqual({ locale: 'de-AT', dir: 'ltr' })
  })

  it('lets the direction be chosen alone', () => {
    expect(resolveView({ dir: 'rtl' }, 'en-GB,en;q=0.9')).toEqual({ locale: 'en-GB', dir: 'rtl' })
  })

  it('falls back to English for tags that are none, and never throws', () => {
    expect(resolveView({ lang: 'not a tag' }, 'fr-FR')).toEqual({ locale: 'en', dir: 'ltr' })
    fc.assert(fc.property(fc.string(), fc.string(), (lang, header) => void resolveView({ lang }, header)))
  })
})
