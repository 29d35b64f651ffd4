const MAX_LENGTH = 200
/** k of them in a row cost O(n^(k+1)): on 300 characters two take 50 ms, three take 4.6 s. */
const MAX_UNBOUNDED = 2
const BACKREFERENCE_OR_LOOKAROUND = /\\[1-9]|\\k<|\(\?[=!<]/
// A quantified group whose body holds a quantifier or an alternation is what makes a backtracking matcher
// exponential: (a+)+, (a|a)*, (a?){9}. https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS
const QUANTIFIER = /^(?:[*+]|\{\d+(?:,\d*)?\})/

/** Why a regular expression from a config is refused, or `undefined` when it can be run on any text in sane time. */
export function unsafePattern(source: string): string | undefined {
  if (source.length > MAX_LENGTH) return `at most ${MAX_LENGTH} characters`
  if (BACKREFERENCE_OR_LOOKAROUND.test(source)) return 'no backreference and no lookaround'
  if (hasNestedQuantifier(source)) return 'no quantifier on a group that itself holds a quantifier or “|”'
  if (countUnbounded(source) > MAX_UNBOUNDED) return 'at most two unbounded quantifiers'
  try {
    new RegExp(source, 'u')
  } catch {
    return 'a regular expression that compiles'
  }
  return undefined
}

function hasNestedQuantifier(source: string): boolean {
  const open: boolean[] = []
  let inClass = false
  for (let i = 0; i < source.length; i++) {
    const char = source[i]
    if (char === '\\') i++
    else if (inClass) inClass = char !== ']'
    else if (char === '[') inClass = true
    else if (char === '(') open.push(false)
    else if (char === ')') {
      const risky = open.pop()
      const quantified = QUANTIFIER.test(source.slice(i + 1))
      if (risky && quantified) return true
      if ((risky || quantified) && open.length) open[open.length - 1] = true
    } else if (open.length && (char === '|' || QUANTIFIER.test(source.slice(i)))) open[open.length - 1] = true
  }
  return false
}

/** Unbounded quantifiers over the whole pattern; those of classes and escapes are letters. */
function countUnbounded(source: string): number {
  return (
    source
      .replace(/\\./g, '')
      .replace(/\[[^\]]*\]/g, '.')
      .match(/[*+]|\{\d+,\}/g)?.length ?? 0
  )
}
