import { describe, expect, it } from 'vitest'
import { createFormat } from '../../src/dashboard/client/format/format'
import { dayTrait, numberTrait, showValue, textTrait } from '../../src/dashboard/client/format/traits'
import { keyWords } from '../../src/dashboard/client/format/words'

const format = createFormat('en')

describe('createFormat', () => {
  it('shows a score with one decimal, always', () => {
    expect([format.score(84.6), format.score(39), format.score(0)]).toEqual(['84.6', '39.0', '0.0'])
  })

  it('marks a rise and a fall, and neither when nothing moved', () => {
    expect([format.signed(3.42), format.signed(-0.84), format.signed(0)]).toEqual(['+3.4', '-0.8', '0.0'])
  })

  it('shows a day as itself in every time zone, and shows what is no day as it came', () => {
    expect(format.day('2026-11-21')).toBe('Nov 21, 2026')
    expect(format.day('soon')).toBe('soon')
  })

  it('counts in the plural of the locale', () => {
    expect([format.count(1, 'flag', 'flags'), format.count(1200, 'flag', 'flags')]).toEqual([
      '1 flag',
      '1,200 flags',
    ])
  })

  it('tells how long ago in the largest whole unit', () => {
    const now = Date.UTC(2026, 10, 21)
    const ago = (ms: number) => format.ago(now - ms, now)
    expect([ago(5_000), ago(90_000), ago(7_200_000), ago(86_400_000)]).toEqual([
      'this minute',
      '1 minute ago',
      '2 hours ago',
      'yesterday',
    ])
  })

  it('follows the locale', () => {
    expect(createFormat('fa').whole(1234)).toBe('۱٬۲۳۴')
    expect(createFormat('de').score(84.6)).toBe('84,6')
  })
})

describe('traits', () => {
  it('takes only finite numbers for figures', () => {
    const read = (mrr: unknown) => numberTrait({ mrr }, 'mrr')
    expect([read(490), read(0), read('490'), read(''), read(null), read(Number.NaN)]).toEqual([
      490,
      0,
      null,
      null,
      null,
      null,
    ])
  })

  it('takes only text that says something', () => {
    const read = (plan: unknown) => textTrait({ plan }, 'plan')
    expect([read('trial'), read(' '), read(3), read(undefined)]).toEqual(['trial', null, null, null])
  })

  it('shows any JSON value in one line, and false and 0 as values', () => {
    expect([0, false, ['a', { b: 1 }], {}, null, ''].map(showValue)).toEqual([
      '0',
      'false',
      'a, {"b":1}',
      '{}',
      null,
      null,
    ])
  })
})

describe('facts', () => {
  it.each([
    ['createdAt', 'Created at'],
    ['billing_city', 'Billing city'],
    ['vatID', 'Vat ID'],
    ['Region', 'Region'],
    ['line2Address', 'Line2 address'],
  ])('say the key %s in words', (key, words) => {
    expect(keyWords(key)).toBe(words)
  })

  it('know a date by its form, and nothing else', () => {
    const values = ['2026-11-01', '2026-11-01T09:30:00Z', '2026-13-01', '2026', 'May 1', 20261101, null]
    expect(values.map(dayTrait)).toEqual(['2026-11-01', '2026-11-01', null, null, null, null, null])
  })
})
