import { digits } from './numbers'
import { own } from './paths'

/** A message, or its forms by plural category of `n`. https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)

/** What fills the `{names}` of a message. */
export type MessageValues = Readonly<Record<string, string | number>>

/** A message with its `{names}` replaced; numbers as the locale writes them, and the plural form that `n` takes. */
export const format = (message: Message, values: MessageValues, locale: string): string =>
  formOf(message, values.n, locale).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = own(values, name) ?? placeholder
    return typeof value === 'number' ? digits(value, locale) : value
  })

function formOf(message: Message, n: MessageValues[string] | undefined, locale: string): string {
  if (typeof message === 'string') return message
  const category = typeof n === 'number' ? new Intl.PluralRules(locale).select(n) : 'other'
  return message[category] ?? message.other
}
