/** Languages that do not write numbers in 0 to 9 by default, in some country at least (CLDR `defaultNumberingSystem`). */
const OWN_DIGITS = /^(ar|as|bn|ckb|dz|fa|ks|lrc|mni|mr|my|mzn|ne|ps|sat|sd|ur|uz)\b/

/**
 * A number as the locale writes it. The first time that a page asks `Intl` costs milliseconds, so it is only asked where
 * its answer may be another one than that of JavaScript.
 */
export const digits = (number: number, locale: string): string =>
  Number.isInteger(number) && Math.abs(number) < 1000 && !OWN_DIGITS.test(locale)
    ? String(number)
    : (number + 0).toLocaleString(locale) // people know no -0
