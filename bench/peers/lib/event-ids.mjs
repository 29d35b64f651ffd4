/** The id that the harness gives to event `n` of a run: short, and found in whatever an SDK wraps around it. */
export const eventId = (run, n) => `EV${run}x${n}E`

/** Numbers of the events of `run` in a text, also when it is URL-encoded or base64. */
export function findEvents(text, run) {
  const pattern = new RegExp(eventId(run, '(\\d+)'), 'g')
  const found = new Set()
  const scan = (part) => {
    for (const [, n] of part.matchAll(pattern)) found.add(Number(n))
  }
  scan(text)
  const decoded = decode(text)
  if (decoded !== text) scan(decoded)
  if (found.size > 0) return found
  for (const [word] of decoded.matchAll(/[A-Za-z0-9+/_-]{40,}={0,2}/g))
    scan(Buffer.from(word.replaceAll('-', '+').replaceAll('_', '/'), 'base64').toString())
  return found
}

function decode(text) {
  if (!/%[0-9a-f]{2}/i.test(text)) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text // a percent sign that is no encoding
  }
}
