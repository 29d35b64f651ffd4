import type { Page } from '../schema'
import { bounded } from './bounded'
import { matchesPattern } from './pattern'

/**
 * Whether the page is one that `pattern` means. `*` stands for anything within a segment, `**` for any number of
 * segments; a slash at the end makes no difference. After `?`, each `key=value` must be in the query, in any order, and
 * of a key without a value any.
 */
export function matchesPage(pattern: Page, path: string, search: string): boolean {
  if (typeof pattern !== 'string') return matchesPattern(pattern.regex, path + search)
  const { segments, pairs } = parsePattern(pattern)
  return (
    glob(segments, segmentsOf(path), '**', sameSegment) &&
    pairs.every(([key, value]) =>
      toPairs(search).some(([name, text]) => name === key && sameSegment(value || '*', text)),
    )
  )
}

const parsePattern = bounded((pattern: string) => {
  const [path = '', ...query] = pattern.split('?')
  return { segments: toSegments(path), pairs: toPairs(query.join('?')) }
})

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
const toSegments = (path: string): string[] => path.split('/').filter(Boolean).map(decode)
const segmentsOf = bounded(toSegments)

const toPairs = (query: string): (readonly [key: string, value: string])[] =>
  query
    .replace(/^\?/, '')
    .replaceAll('+', ' ')
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [key = '', ...value] = pair.split('=')
      return [decode(key), decode(value.join('='))]
    })

const sameSegment = (pattern: string, text: string): boolean =>
  pattern === text || (pattern.includes('*') && glob([...pattern], [...text], '*', Object.is))

/**
 * Wildcard match by going back to the last star only: at most pattern × text steps, where a regular expression with
 * several stars could take exponentially many.
 */
function glob(
  pattern: readonly string[],
  text: readonly string[],
  star: string,
  same: (a: string, b: string) => boolean,
): boolean {
  let p = 0
  let t = 0
  let afterStar = -1
  let retry = 0
  while (t < text.length) {
    const wanted = pattern[p]
    if (wanted === star) {
      afterStar = ++p
      retry = t
    } else if (wanted !== undefined && same(wanted, text[t] ?? '')) {
      p++
      t++
    } else if (afterStar >= 0) {
      p = afterStar
      t = ++retry
    } else return false
  }
  while (pattern[p] === star) p++
  return p === pattern.length
}
