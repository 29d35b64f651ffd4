/** The candidate that was meant by a word with a slip in it: another case, or one letter wrong, missing, too many or swapped. */
export function nearest(word: unknown, candidates: Iterable<unknown>): string | undefined {
  if (typeof word !== 'string') return undefined
  const written = word.toLowerCase()
  let found: string | undefined
  for (const candidate of candidates) {
    const meant = String(candidate).toLowerCase()
    if (meant === written) return String(candidate)
    if (meant.length > 2 && isOneSlip(written, meant)) found ??= String(candidate)
  }
  return found
}

function isOneSlip(written: string, meant: string): boolean {
  let i = 0
  while (i < written.length && written[i] === meant[i]) i++
  const [a, b] = [written.slice(i), meant.slice(i)]
  const [afterA, afterB] = [a.slice(1), b.slice(1)]
  const isSwapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
  return afterA === b || a === afterB || afterA === afterB || isSwapped
}
