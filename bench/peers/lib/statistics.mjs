const sorted = (values) => values.filter(Number.isFinite).sort((a, b) => a - b)

/** Of numbers only; null when there is none. */
export function median(values) {
  const list = sorted(values)
  if (list.length === 0) return null
  const middle = list.length >> 1
  return list.length % 2 ? list[middle] : (list[middle - 1] + list[middle]) / 2
}

export function round(value, digits = 2) {
  return value === null || value === undefined ? null : Number(value.toFixed(digits))
}

/** `summarize` of what `read` finds in each turn. */
export const summarizeTurns = (turns, read, digits) => summarize(turns.map(read), digits)

/** What is kept of a figure that was measured several times. */
export function summarize(values, digits = 2) {
  const list = sorted(values)
  return {
    median: round(median(list), digits),
    min: round(list[0], digits),
    max: round(list.at(-1), digits),
    runs: list.length,
  }
}
