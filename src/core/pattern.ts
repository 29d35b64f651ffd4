import { bounded } from './bounded'

/** Longest text that is tested. */
const MAX_TEXT = 300
/** Three unbounded quantifiers in a row take time in the fourth power of the length: 2.3 s at 300 characters. */
const MAX_TEXT_MANY_QUANTIFIERS = 100

/**
 * `undefined` for what does not compile. Whether an expression is fit to be run at all is decided once, where configs
 * are validated (`unsafePattern`); here it is only kept from running on long texts.
 */
const compile = bounded((source: string) => {
  try {
    const many = (source.match(/[*+{]/g)?.length ?? 0) > 2
    return { regex: new RegExp(source, 'u'), maxText: many ? MAX_TEXT_MANY_QUANTIFIERS : MAX_TEXT }
  } catch {
    return undefined
  }
})

/**
 * Whether a regular expression of a config matches; false when it does not compile, and for texts over 300 characters,
 * or over 100 when it has more than two of `*`, `+` and `{`.
 */
export function matchesPattern(source: string, text: string): boolean {
  const compiled = compile(source)
  return compiled !== undefined && text.length <= compiled.maxText && compiled.regex.test(text)
}
