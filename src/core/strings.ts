import { digits, pluralOf } from './numbers'

/** A message, or its forms by plural category of `n`. https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)

/** A message with its `{names}` replaced; numbers as the locale writes them, and the plural form that `n` takes. */
export function format(
  message: Message,
  values: Readonly<Record<string, string | number>>,
  locale: string,
): string {
  return pick(message, values.n, locale).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return placeholder
    return typeof value === 'number' ? digits(value, locale) : value
  })
}

function pick(message: Message, n: string | number | undefined, locale: string): string {
  if (typeof message === 'string') return message
  const category = typeof n === 'number' ? pluralOf(n, locale) : 'other'
  return message[category] ?? message.other
}
