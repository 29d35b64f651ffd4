import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, fillBlocks, type Inline, plainText } from '../../../src/core/blocks'
import { parseMarkdown } from '../../../src/core/markdown'
import { mayHoldMarkup } from '../../../src/core/may-hold-markup'
import { isSafeUrl } from '../../../src/core/url'

/** A compact picture of the result: `b(…)`, `i(…)`, `c(…)`, `a[href](…)`, `p(…)`, `ul(…|…)`. */
const show = (blocks: Block[]): string =>
  blocks
    .map((block) =>
      block.type === 'paragraph'
        ? `p(${line(block.children)})`
        : `${block.ordered ? `ol${block.start}` : 'ul'}(${block.items.map(line).join('|')})`,
    )
    .join('')
const line = (nodes: Inline[]): string => nodes.map(node).join('')
const node = (one: Inline): string => {
  if (one.type === 'break') return '⏎'
  if ('text' in one) return one.type === 'code' ? `c(${one.text})` : one.text
  return one.type === 'link'
    ? `a[${one.href}](${line(one.children)})`
    : `${one.type[0]}(${line(one.children)})`
}
const parsed = (text: string) => show(parseMarkdown(text))

test.each([
  ['plain', 'p(plain)'],
  ['one\n\ntwo', 'p(one)p(two)'],
  ['one\r\ntwo', 'p(one⏎two)'],
  ['**bold** and *italic*', 'p(b(bold) and i(italic))'],
  ['***both***', 'p(b(i(both)))'],
  ['**a *b* c**', 'p(b(a i(b) c))'],
  ['*a **b** c*', 'p(i(a b(b) c))'],
  ['`a*b*`', 'p(c(a*b*))'],
  ['[Help](/help)', 'p(a[/help](Help))'],
  ['[**Help**](https://x.test/a?b=c)', 'p(a[https://x.test/a?b=c](b(Help)))'],
  ['- one\n- *two*', 'ul(one|i(two))'],
  ['3. one\n4. two', 'ol3(one|two)'],
  ['text\n- one\n\nmore', 'p(text)ul(one)p(more)'],
  ['- one\n  more', 'ul(one⏎more)'],
  ['\\*not\\*', 'p(*not*)'],
])('%j', (text, expected) => expect(parsed(text)).toBe(expected))

describe('what is not markup stays text', () => {
  test.each([
    ['2 * 3 * 4', 'p(2 * 3 * 4)'],
    ['**open', 'p(**open)'],
    ['*a', 'p(*a)'],
    ['a ` b', 'p(a ` b)'],
    ['[a]', 'p([a])'],
    ['[a](b', 'p([a](b)'],
    ['a](b)', 'p(a](b))'],
    ['<b onclick="x">hi</b>', 'p(<b onclick="x">hi</b>)'],
    ['[x](javascript:alert(1))', 'p([x](javascript:alert(1)))'],
    ['[x](data:text/html)', 'p([x](data:text/html))'],
    ['**a [b** c](/d)', 'p(b(a [b) c](/d))'],
    ['', ''],
  ])('%j', (text, expected) => expect(parsed(text)).toBe(expected))
})

describe('placeholders', () => {
  const fill = (text: string, values: Record<string, unknown>) =>
    show(fillBlocks(parseMarkdown(text), values))

  test('are replaced after parsing, so that no value becomes markup', () => {
    expect(fill('Hi **{{user.name}}**', { user: { name: '**x** [y](/z)' } })).toBe('p(Hi b(**x** [y](/z)))')
    expect(fill('{{user.name|*you*}}', {})).toBe('p(*you*)')
    expect(fill('- {{a}}', { a: '1\n- 2' })).toBe('ul(1\n- 2)')
  })
  test('are encoded in an address', () => {
    expect(fill('[x](/u/{{id}})', { id: 'a/../b?c' })).toBe('p(a[/u/a%2F..%2Fb%3Fc](x))')
    expect(fill('[x]({{url}})', { url: 'javascript:alert(1)' })).toBe('p(a[javascript%3Aalert(1)](x))')
  })
})

const markup = fc
  .array(
    fc.constantFrom(
      '*',
      '**',
      '`',
      '[',
      '](/a)',
      '](javascript:x)',
      '\n',
      '- ',
      '1. ',
      '\\',
      '{{a|b}}',
      'word ',
      ' ',
      '<i>',
      'ж',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

test('whatever is written, it does not throw, and every address is safe', () => {
  const hrefs = (nodes: Inline[]): string[] =>
    nodes.flatMap((one) =>
      'children' in one ? [...(one.type === 'link' ? [one.href] : []), ...hrefs(one.children)] : [],
    )
  fc.assert(
    fc.property(fc.oneof(markup, fc.string()), fc.string(), (text, value) => {
      for (const block of fillBlocks(parseMarkdown(text), { a: value }))
        for (const nodes of block.type === 'list' ? block.items : [block.children])
          for (const href of hrefs(nodes)) expect(isSafeUrl(href)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('every letter written is read, in order', () => {
  const letters = (text: string) => text.replace(/\]\([^()\s]*\)|[^\p{L}]/gu, '')
  fc.assert(
    fc.property(markup, (text) => {
      expect(letters(plainText(parseMarkdown(text)))).toBe(letters(text))
    }),
    { numRuns: 1000 },
  )
})

test('text without marks is kept to the letter', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[^\\`*[\]{}\s\d+-][^\\`*[\]{}\r\n]*$/u), (text) => {
      expect(plainText(parseMarkdown(text))).toBe(text)
    }),
  )
})

test.each(['*', '**', '`', '[', '](', '[a](', '*a ', '**a*', '\\', '{{', '- ', '\n'])(
  '%j repeated 50,000 times is read to its end',
  (part) => {
    expect(parseMarkdown(part.repeat(50_000))).toBeInstanceOf(Array)
  },
)

describe('whether a text has to be parsed', () => {
  const pieces = ['*', '**', '`', '[', '](', ')', '\\', '\n', '- ', '1. ', ' ', 'a', '"', '{{x}}', '/', '3) ']
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''))

  test('is seen before: what is left out comes out as it is', () => {
    const isPlain = (text: string) => !mayHoldMarkup({ body: text })
    fc.assert(
      fc.property(texts, (text) => {
        if (isPlain(text)) expect(parsed(text)).toBe(text.trim() === '' ? '' : `p(${text})`)
      }),
      { numRuns: 3000 },
    )
  })

  test('a picture or video is loaded with what draws it, a word about one is not', () => {
    expect(mayHoldMarkup({ body: 'a', media: { image: '/a.png', alt: 'A' } })).toBe(true)
    expect(mayHoldMarkup({ body: 'media: a', id: 'media' })).toBe(false)
  })

  test('neither a page nor a price makes it so', () => {
    expect(
      mayHoldMarkup({ page: '/projects/*', body: 'From 2 * 3 = 6 on, [sic] "free"', title: { en: 'Hi' } }),
    ).toBe(false)
  })
})
