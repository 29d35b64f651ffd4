import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { english } from '../../../src/core/english'
import { format } from '../../../src/core/strings'
import { inLanguage, interpolate, localize } from '../../../src/core/text'
import { isSafeUrl } from '../../../src/core/url'

describe('localize', () => {
  const text = { de: 'Hallo', fa: 'سلام', en: 'Hello', 'zh-Hant': '你好' }
  test.each([
    ['fa-IR', 'en', 'سلام'],
    ['FA', 'en', 'سلام'],
    ['zh-Hant-TW', 'en', '你好'],
    ['fr-FR', 'en-GB', 'Hello'],
    ['fr', 'it', 'Hallo'],
    ['', '', 'Hallo'],
  ])('%s, by default %s', (locale, defaultLocale, expected) => {
    expect(localize(text, locale, defaultLocale)).toBe(expected)
  })
  test('text without languages is itself, and no text is blank', () => {
    expect([localize('Hi', 'de'), localize(undefined, 'de'), localize({}, 'de')]).toEqual(['Hi', '', ''])
  })
  test('what a language falls back to comes before it, whatever the order and the case', () => {
    const byTag = { 'zh-hant-TW': 3, en: 0, ZH: 1, z: 0, 'zh-Hant': 2, 'zh-Hans': 0, zhx: 0 }
    expect(inLanguage(byTag, 'zh-Hant-tw')).toEqual([1, 2, 3])
    expect(inLanguage(byTag, '')).toEqual([])
  })
})

describe('interpolate', () => {
  const values = { user: { name: 'Ada', age: 36, tags: ['x'], blank: '' }, answer: { score: 0 } }
  test.each([
    ['Hi {{user.name}}!', 'Hi Ada!'],
    ['{{ user.age }} and {{answer.score}}', '36 and 0'],
    ['Hi {{user.nick|there}}', 'Hi there'],
    ['Hi {{user.blank|there}}', 'Hi there'],
    ['Hi {{user.nick}}.', 'Hi .'],
    ['{{user.tags|none}}', 'none'],
    ['{{constructor.name|none}}', 'none'],
    ['{{ {user.name} }}', '{{ {user.name} }}'],
    ['{{user.name', '{{user.name'],
  ])('%s', (text, expected) => expect(interpolate(text, values)).toBe(expected))

  test('what a value says is never looked at again', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, other) => {
        const hostile = `${value}{{user.secret}}$&`
        const filled = interpolate('<{{user.a}}|{{user.b|x}}>', {
          user: { a: hostile, b: `b${other}`, secret: 'no' },
        })
        expect(filled).toBe(`<${hostile}|b${other}>`)
      }),
    )
  })

  test('a long text of braces is read to its end', () => {
    for (const long of ['{{'.repeat(50_000), `{{${'a'.repeat(100_000)}`, `{{${' |'.repeat(50_000)}`])
      expect(interpolate(long, {})).toBe(long)
  })
})

describe('strings', () => {
  test('numbers are written as the language has them, and take its plural form', () => {
    expect(format(english.tasksLeft, { n: 1 }, 'en')).toBe('1 task left')
    expect(format(english.tasksLeft, { n: 1200 }, 'de')).toBe('1.200 tasks left')
    expect(format(english.stepOf, { n: 2, total: 5 }, 'fa')).toBe('Step ۲ of ۵')
    expect(format({ few: '{n} дня', other: '{n} дней' }, { n: 3 }, 'ru')).toBe('3 дня')
  })
  test('a number is written as Intl writes it, whether or not it has to be asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: -1100, max: 1100 }), fc.double({ noNaN: true })),
        fc.constantFrom('en', 'de', 'fa', 'ar-EG', 'ru', 'zh-Hant', 'hi', 'mr'),
        (n, locale) => {
          expect(format('{n}', { n }, locale)).toBe(new Intl.NumberFormat(locale).format(n + 0))
        },
      ),
    )
  })
  test('unknown placeholders stay', () => {
    expect(format('{a} {toString}', { b: 1 }, 'en')).toBe('{a} {toString}')
  })
})

test.each([
  'https://x.test/a?b#c',
  'HTTP://x.test',
  'mailto:a@x.test',
  'tel:+1',
  '/a',
  'a/b',
  '#x',
  '?x=a:b',
  '//x.test/a',
  '',
])('%j may be followed', (url) => expect(isSafeUrl(url)).toBe(true))
test.each([
  'javascript:alert(1)',
  'JavaScript:x',
  ' javascript:x',
  'java\tscript:x',
  '\u0001javascript:x',
  'data:text/html,x',
  'vbscript:x',
  'blob:x',
  'x:y',
])('%j may not be followed', (url) => expect(isSafeUrl(url)).toBe(false))
