import uPlot from 'uplot'
import type { Format } from '../format/format'
import type { ChartPaint } from './chart'

/** Unix seconds at the start of an ISO day, uPlot's unit. */
export const daySeconds = (day: string): number => Date.parse(day) / 1000

const isoDay = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10)

/** A tick stands for a day: never twice for one, and for months where there are many. */
const TICK_SECONDS = [1, 2, 5, 10, 15, 30, 60, 90, 180, 360].map((days) => days * 86_400)

/** Both figures that are drawn, scores and accounts, are told in whole numbers. */
const TICK_FIGURES = [0, 1, 2, 3, 4, 5, 6].flatMap((digits) => [1, 2, 5].map((n) => n * 10 ** digits))

/** From the first day to the last; one day alone, of which uPlot makes years, is itself from noon to noon. */
const dayRange = ({ data: [days] }: uPlot, first: number, last: number): [number, number] =>
  days.length === 1 ? [first - 43_200, first + 43_200] : [first, last]

/** What all charts over days share: days below, figures at the left, a hairline grid, one cursor. */
export function dayChart(
  format: Format,
  { colour, onPoint }: ChartPaint,
): Pick<uPlot.Options, 'axes' | 'scales' | 'cursor' | 'hooks' | 'legend' | 'tzDate' | 'padding'> {
  const axis = {
    stroke: colour('--muted'),
    font: '12px system-ui, sans-serif',
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
  }
  return {
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 32,
        gap: 8,
        space: 72,
        incrs: TICK_SECONDS,
        values: (_plot, splits) => splits.map((at) => format.dayMonth(isoDay(at))),
      },
      {
        ...axis,
        size: 40,
        gap: 4,
        space: 32,
        incrs: TICK_FIGURES,
        values: (_plot, splits) => splits.map((value) => format.whole(value)),
      },
    ],
    scales: { x: { range: dayRange } },
    // A day has no time zone: its label must not slip to the evening before.
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    padding: [8, 24, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    hooks: { setCursor: [(plot) => onPoint(plot.cursor.idx ?? null)] },
  }
}
