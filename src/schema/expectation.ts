import type { Issue } from './issue'

const types: Record<string, string> = {
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}
const units: Record<string, string> = { array: ' entries', string: ' characters' }

/** What an issue says was expected, in words of an author. */
export function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? `a ${issue.expected}`
    case 'invalid_value':
      return enumerate(issue.values.map((value) => JSON.stringify(value)))
    case 'too_small':
      return `${issue.minimum} or more${units[issue.origin] ?? ''}`
    case 'too_big':
      return `at most ${issue.maximum}${units[issue.origin] ?? ''}`
    default:
      return issue.message
  }
}

/** `a, b or c` */
const enumerate = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join()
