import { unsafePattern } from '../schema/safe-pattern'
import { bounded } from './bounded'

/** A longer text is not tested: three quantifiers over it could hold up the page. */
const MAX_TEXT = 300

const compile = bounded((source: string): RegExp | undefined =>
  unsafePattern(source) === undefined ? new RegExp(source, 'u') : undefined,
)

/** Whether a regular expression of a config matches; false when it is refused, or the text is over 300 characters. */
export const matchesPattern = (source: string, text: string): boolean =>
  text.length <= MAX_TEXT && compile(source)?.test(text) === true
