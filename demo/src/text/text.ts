import { language } from '../store/preferences'
import { ar } from './ar'
import { en, type TextKey, type Texts } from './en'
import { fa } from './fa'

export type { TextKey } from './en'

const texts: Texts = { en, fa, ar }[language]

/** A text in the language of the page, `{name}` replaced by `values.name`. */
export function t(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return texts[key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? number(value) : (value ?? '')
  })
}

export const number = (value: number, options?: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(language, options).format(value)

export const money = (dollars: number) =>
  number(dollars, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })

/** A short date without the year, from an ISO date. */
export const shortDate = (iso: string) =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(iso))

export const longDate = (iso: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso))
