/** Languages that do not write numbers in 0 to 9 by default, in some country at least (CLDR `defaultNumberingSystem`). */
const OWN_DIGITS = /^(ar|as|bn|ckb|dz|fa|ks|lrc|mni|mr|my|mzn|ne|ps|sat|sd|ur|uz)\b/

const formats = new Map<string, Intl.NumberFormat>()

/**
 * A whole number below 1,000 as the locale writes it. The first `Intl.NumberFormat` of a page costs milliseconds,
 * so it is only asked where its answer would be another one.
 */
export function digits(number: number, locale: string): string {
  if (!OWN_DIGITS.test(locale)) return String(number)
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale)
  formats.set(locale, format)
  return format.format(number)
}
