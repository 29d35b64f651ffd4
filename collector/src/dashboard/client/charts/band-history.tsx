import { useCallback, useMemo, useState } from 'preact/hooks'
import uPlot from 'uplot'
import type { Band, Portfolio } from '../../../api-types'
import { useFormat } from '../format/use-format'
import { BAND_WORDS } from '../format/words'
import { BandMark } from '../parts/band'
import { Section } from '../parts/section'
import { Chart, type ChartOptions, type ChartPaint } from './chart'
import { dayChart, daySeconds } from './day-axes'
import { DayTable } from './day-table'

type Day = Portfolio['history'][number]

/** From the ground up: what needs attention stands on the base line, where its growth is easiest to see. */
const STACK: readonly Band[] = ['at_risk', 'watch', 'healthy', 'unknown']

/** Accounts by band over time, as stacked areas. */
export function BandHistory({ history }: { history: readonly Day[] }) {
  const format = useFormat()
  const [index, setIndex] = useState<number | null>(null)
  const days = useMemo(() => fromFirstAccount(history), [history])
  const data = useMemo(() => stackDays(days), [days])
  const describe = useCallback((paint: ChartPaint) => bandChart(dayChart(format, paint), paint), [format])
  const shown = days[index ?? days.length - 1]
  if (!shown || days.length < 2) return null // what there is of one day stands in the table of bands
  return (
    <Section title="Accounts by band, by day" aside={<DayLegend day={shown} />}>
      <Chart data={data} heightPx={200} describe={describe} onPoint={setIndex} />
      <DayTable
        columns={STACK.map((band) => BAND_WORDS[band])}
        rows={days.map((day) => ({ day: day.day, cells: STACK.map((band) => format.whole(day[band])) }))}
      />
    </Section>
  )
}

/** The figures of the day under the pointer, or of the last. */
function DayLegend({ day }: { day: Day }) {
  const format = useFormat()
  return (
    <p class="legend">
      <span class="legend-day num">{format.day(day.day)}</span>
      {STACK.map((band) => (
        <span key={band} class="legend-entry num">
          <BandMark band={band} />
          {BAND_WORDS[band]} {format.whole(day[band])}
        </span>
      ))}
    </p>
  )
}

/** Days before the first account are no days with none. */
function fromFirstAccount(history: readonly Day[]): readonly Day[] {
  const first = history.findIndex((day) => stackHeight(day, STACK.length - 1) > 0)
  return first < 0 ? [] : history.slice(first)
}

/** uPlot draws series in order and knows no stacks: the tallest sum comes first, each lower one covers its part. */
function stackDays(days: readonly Day[]): uPlot.AlignedData {
  const heights = STACK.map((_, level) => days.map((day) => stackHeight(day, level)))
  return [days.map(({ day }) => daySeconds(day)), ...heights.reverse()]
}

const stackHeight = (day: Day, level: number): number =>
  STACK.slice(0, level + 1).reduce((sum, band) => sum + day[band], 0)

function bandChart(shared: ReturnType<typeof dayChart>, { colour }: ChartPaint): ChartOptions {
  const y: uPlot.Scale = { range: (_plot, _low, high) => uPlot.rangeNum(0, high, 0.1, true) }
  return { ...shared, scales: { ...shared.scales, y }, series: stackSeries(colour) }
}

function stackSeries(colour: (name: string) => string): uPlot.Series[] {
  const areas = STACK.map((band) => ({
    fill: colour(`--fill-${band}`),
    stroke: colour('--surface'),
    width: 1,
    points: { show: false },
  }))
  return [{}, ...areas.reverse()]
}
