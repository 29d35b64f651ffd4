import { bounded } from './bounded'

/** A longer text is not tested: three quantifiers over it could hold up the page. */
const MAX_TEXT = 300

/**
 * `undefined` for what does not compile. Whether an expression runs in sane time is decided once, where configs are
 * validated (`unsafePattern`); here it is only kept from running on long texts.
 */
const compile = bounded((source: string): RegExp | undefined => {
  try {
    return new RegExp(source, 'u')
  } catch {
    return undefined
  }
})

/** Whether a regular expression of a config matches; false when it does not compile, or the text is over 300 characters. */
export const matchesPattern = (source: string, text: string): boolean =>
  text.length <= MAX_TEXT && compile(source)?.test(text) === true
