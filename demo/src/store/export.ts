import { track } from '../product-events'
import type { Workspace } from './shapes'

/** Saves all tasks as a CSV file. */
export function exportTasks({ tasks, projects, members }: Workspace): void {
  const titles = new Map(projects.map(({ id, title }) => [id, title]))
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const rows = tasks.map(({ title, projectId, column, memberId, due, doneAt }) =>
    [title, titles.get(projectId), column, names.get(memberId), due, doneAt].map(cell).join(','),
  )
  save('tandem-tasks.csv', ['title,project,column,assignee,due,done', ...rows].join('\r\n'))
  track('Report Exported', { rows: rows.length, format: 'csv' })
}

/** Quoted, and without the leading characters that spreadsheets take for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
function cell(value = ''): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}

function save(name: string, text: string): void {
  const link = document.createElement('a')
  // The mark lets spreadsheets read the file as UTF-8.
  link.href = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
