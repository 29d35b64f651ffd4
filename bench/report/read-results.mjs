import { existsSync, readFileSync } from 'node:fs'

/** Rows of each part by name; none where it was not run. */
export function readResults(folder) {
  const rowsOf = (part) => {
    const file = `${folder}/${part}.json`
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).rows : []
  }
  return { size: rowsOf('size'), load: rowsOf('load'), tours: rowsOf('tours'), track: rowsOf('track') }
}

/** Handrail first, then the control, then the others by name. */
export function inOrder(rows) {
  const rank = ({ id }) => ['handrail', '(control)'].indexOf(id) + 1 || 3
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id, 'en'))
}

/** The median of a figure over the runs of one scenario. */
export function medianOf(row, key) {
  const values = (row?.outcomes ?? []).map((outcome) => outcome[key]).filter(Number.isFinite)
  const sorted = values.sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) return null
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
