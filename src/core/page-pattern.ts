import type { Page } from '../schema'
import { bounded } from './bounded'
import { matchesPattern } from './pattern'

/**
 * Whether the page is one that `pattern` means. `*` stands for anything within a segment, `**` for any number of
 * segments; a slash at the end makes no difference. After `?`, each `key=value` must be in the query, in any order.
 */
export function matchesPage(pattern: Page, path: string, search: string): boolean {
  if (typeof pattern !== 'string') return matchesPattern(pattern.regex, path + search)
  const wanted = parsePattern(pattern)
  return glob(wanted.segments, segmentsOf(path), '**', sameSegment) && hasPairs(wanted.pairs, search)
}

type Pair = readonly [key: string, value: string | undefined]

const parsePattern = bounded((pattern: string) => {
  const mark = pattern.indexOf('?')
  return {
    segments: toSegments(mark < 0 ? pattern : pattern.slice(0, mark)),
    pairs: mark < 0 ? [] : toPairs(pattern.slice(mark)),
  }
})

const decode = (text: string): string => {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text
  } catch {
    return text
  }
}
const toSegments = (path: string): string[] => path.split('/').filter(Boolean).map(decode)
const segmentsOf = bounded(toSegments)
const toPairs = (search: string): Pair[] =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=')
      const part = (text: string) => decode(text.replaceAll('+', ' '))
      return at < 0 ? [part(pair), undefined] : [part(pair.slice(0, at)), part(pair.slice(at + 1))]
    })

function hasPairs(wanted: readonly Pair[], search: string): boolean {
  if (wanted.length === 0) return true
  const given = toPairs(search)
  return wanted.every(([key, value]) =>
    given.some(([name, text]) => name === key && (value === undefined || sameSegment(value, text ?? ''))),
  )
}

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
