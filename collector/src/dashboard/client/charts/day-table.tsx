import { useFormat } from '../format/use-format'

interface DayTableProps {
  columns: readonly string[]
  /** Oldest first; shown newest first. */
  rows: readonly { day: string; cells: readonly string[] }[]
}

/** The figures of a chart, for those who cannot see or point at it. */
export function DayTable({ columns, rows }: DayTableProps) {
  const format = useFormat()
  return (
    <details class="as-table">
      <summary>Show as a table</summary>
      <table class="table plain">
        <thead>
          <tr>
            <th scope="col">Day</th>
            {columns.map((name) => (
              <th key={name} scope="col" class="end">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map(({ day, cells }) => (
            <tr key={day}>
              <th scope="row">{format.day(day)}</th>
              {cells.map((cell, index) => (
                <td key={columns[index]} class="end num">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
