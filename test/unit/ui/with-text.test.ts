import type { VNode } from 'preact'
import { describe, expect, test } from 'vitest'
import { english } from '../../../src/core/english'
import { strings as persian } from '../../../src/locales/fa'
import { withText } from '../../../src/ui/with-text'
import { createPageHost } from '../../browser/ui/gallery/page-host'

/** Tag and text of each element. */
const drawn = (blocks: object[]) =>
  (blocks as VNode<{ children: string | string[] }>[]).map(({ type, props }) => [
    type,
    [props.children].flat().join(''),
  ])

describe('texts of a surface', () => {
  const page = createPageHost({
    locale: 'fa-IR',
    strings: { fa: { next: 'بعدی' }, 'fa-IR': { back: 'قبلی' } },
  })
  const answers = { score: 9, mark: '<b>*x*</b>' }
  const host = withText({ ...page, context: () => ({ ...page.context(), answers }) }, english)

  test('come in the language of the user, with traits filled in as text', () => {
    expect(host.plain({ en: 'Hello', fa: 'سلام {{user.name|دوست}}' })).toBe('سلام Ada')
    expect(host.plain('{{user.nickname|there}}')).toBe('there')
    expect(host.plain('{{answer.score}}')).toBe('9')
  })

  test('a value cannot become markup', () => {
    expect(host.blocks('**{{answer.mark}}**')).toMatchObject([
      { type: 'p', props: { children: [{ type: 'strong', props: { children: ['<b>*x*</b>'] } }] } },
    ])
    expect(host.read('**{{answer.mark}}**')).toBe('<b>*x*</b>')
  })

  test('plain ones come without the chunk for markup as they come with it', () => {
    const plain = withText({ ...createPageHost(), markup: undefined }, english)
    for (const text of ['', ' ', 'Hello {{user.name|there}}, 2 * 3', '<b>not bold</b>']) {
      expect(drawn(plain.blocks(text))).toEqual(drawn(host.blocks(text)))
      expect(plain.read(text).trim()).toBe(host.read(text))
    }
  })

  test('interface strings are those of the config, from the narrowest language out, and English below', () => {
    expect(host.say('next')).toBe('بعدی')
    expect(host.say('back')).toBe('قبلی')
    expect(host.say('close')).toBe('Close')
  })

  test('interface strings that ship stand between English and those of the config', () => {
    const strings = { fa: { next: 'برو', tasksLeft: { other: '{n} تا' } } }
    const shipped = withText({ ...createPageHost({ locale: 'fa', strings }), strings: persian }, english)
    expect([shipped.say('next'), shipped.say('back')]).toEqual(['برو', persian.back])
    expect(shipped.say('tasksLeft', { n: 1 })).toBe('۱ تا')
  })
})
