import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadStrings } from '../../src/client/languages'
import { toLocale } from '../../src/client/locale'
import { english, type Strings } from '../../src/core/english'
import { format, type Message } from '../../src/core/strings'

const tags = readdirSync('src/locales').map((file) => basename(file, '.ts'))
const shipped = await Promise.all(
  tags.map(async (tag): Promise<[string, Strings]> => [tag, (await loadStrings(tag)) ?? english]),
)
const keys = Object.keys(english) as (keyof Strings)[]

const formsOf = (message: Message): Record<string, string> =>
  typeof message === 'string' ? { other: message } : message
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
const categoriesOf = (tag: string) => [...new Intl.PluralRules(tag).resolvedOptions().pluralCategories].sort()
/** Whether the form stands for one number alone, so that it may say the number in words: Arabic `two`. */
const isOneNumber = (tag: string, category: string) => {
  const rules = new Intl.PluralRules(tag)
  return (
    Array.from({ length: 1000 }, (_, n) => rules.select(n)).filter((one) => one === category).length === 1
  )
}

describe('the languages of the interface', () => {
  it('are those that are promised, each with a loader of its own', () => {
    expect(tags.sort()).toEqual(['ar', 'de', 'es', 'fa', 'fr', 'ja', 'pt', 'ru', 'tr', 'zh-hant'])
    expect(shipped.filter(([, strings]) => strings === english)).toEqual([])
  })

  it.each(shipped)('%s has every key and no other, and leaves none empty', (_tag, strings) => {
    expect(Object.keys(strings).sort()).toEqual([...keys].sort())
    const texts = keys.flatMap((key) => Object.values(formsOf(strings[key])))
    expect(texts.filter((text) => text.trim() === '' || text !== text.trim())).toEqual([])
  })

  it.each(shipped)('%s fills in what English fills in', (tag, strings) => {
    for (const key of keys) {
      const expected = placeholders(formsOf(english[key]).other ?? '')
      for (const [category, text] of Object.entries(formsOf(strings[key]))) {
        const told = isOneNumber(tag, category) ? expected.filter((name) => name !== '{n}') : expected
        const found = placeholders(text)
        expect([expected, told], `${tag} ${key} ${category}`).toContainEqual(found)
      }
    }
  })

  it.each(shipped)(
    '%s has exactly the plural forms of its language where English has them',
    (tag, strings) => {
      for (const key of keys) {
        const isCounted = typeof english[key] !== 'string'
        const forms = Object.keys(formsOf(strings[key])).sort()
        expect(forms, `${tag} ${key}`).toEqual(isCounted ? categoriesOf(tag) : ['other'])
      }
    },
  )

  it('count as their speakers do', () => {
    const left = (tag: string, n: number) => {
      const strings = shipped.find(([name]) => name === tag)?.[1]
      return format(strings?.tasksLeft ?? '', { n }, tag)
    }
    expect([1, 3, 5, 21].map((n) => left('ru', n))).toEqual([
      'Осталась 1 задача',
      'Осталось 3 задачи',
      'Осталось 5 задач',
      'Осталась 21 задача',
    ])
    expect([0, 1, 2].map((n) => left('ar', n))).toEqual(['لم تبقَ أي مهمة', 'بقيت مهمة واحدة', 'بقيت مهمتان'])
    expect(left('fa', 12)).toBe('۱۲ کار مانده')
  })
})

describe('the language of a locale', () => {
  const textOf = async (locale: string) => (await loadStrings(locale))?.next

  it.each([
    ['fa-IR', 'بعدی'],
    ['pt-BR', 'Seguinte'],
    ['zh-TW', '下一步'],
    ['zh-HK', '下一步'],
    ['zh-Hant-MO', '下一步'],
    ['DE-at', 'Weiter'],
  ])('of %s is the nearest that ships', async (locale, next) => {
    expect(await textOf(locale)).toBe(next)
  })

  it.each(['en', 'en-GB', 'nl', 'zh', 'zh-CN', 'zh-Hans-HK', 'fao', ''])(
    'of "%s" is English',
    async (locale) => {
      expect(await textOf(locale)).toBeUndefined()
    },
  )

  it.each([
    ['pt_BR', 'pt-BR'],
    ['FA-ir', 'fa-IR'],
    ['english please', 'en'],
    ['', 'en'],
  ])('"%s" is read as %s', (tag, locale) => {
    expect(toLocale(tag)).toBe(locale)
  })
})
