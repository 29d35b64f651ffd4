/** Languages that do not write numbers in 0 to 9 by default, in some country at least (CLDR `defaultNumberingSystem`). */
const OWN_DIGITS = /^(ar|as|bn|ckb|dz|fa|ks|lrc|mni|mr|my|mzn|ne|ps|sat|sd|ur|uz)\b/

const numbers = byLocale((locale) => new Intl.NumberFormat(locale))
const plurals = byLocale((locale) => new Intl.PluralRules(locale))

/**
 * A number as the locale writes it. The first `Intl.NumberFormat` of a page costs milliseconds, so it is only asked
 * where its answer may be another one than that of JavaScript.
 */
export const digits = (number: number, locale: string): string =>
  Number.isInteger(number) && Math.abs(number) < 1000 && !OWN_DIGITS.test(locale)
    ? String(number)
    : numbers(locale).format(number + 0) // people know no -0

/** https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules */
export const pluralOf = (number: number, locale: string): Intl.LDMLPluralRule =>
  plurals(locale).select(number)

/** Each made once, when it is first needed. */
function byLocale<Formatter>(create: (locale: string) => Formatter): (locale: string) => Formatter {
  const made = new Map<string, Formatter>()
  return (locale) => {
    const formatter = made.get(locale) ?? create(locale)
    made.set(locale, formatter)
    return formatter
  }
}
