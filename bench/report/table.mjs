/** A Markdown table: the first `words` columns are text, the others are figures. */
export function table(head, rows, words) {
  const rule = head.map((_, column) => (column < words ? '---' : '---:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export const figure = (value, digits = 1) =>
  value === null || value === undefined ? '–' : value.toLocaleString('en', digitsOf(digits))

const digitsOf = (digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits })

/** KB of 1,000 bytes. */
export const kilobytes = (bytes) => figure(bytes / 1000)

/** The median, and between what it was found. Results of an older run may be without it. */
export const spread = ({ median = null, min, max } = {}, digits = 1) =>
  median === null ? '–' : `${figure(median, digits)} (${figure(min, digits)}–${figure(max, digits)})`

/** Figures of several runs: one when they agree, else all. */
export function each(values) {
  const known = values.filter((value) => value !== undefined && value !== null)
  return known.length === 0 ? '–' : [...new Set(known)].join(', ')
}
