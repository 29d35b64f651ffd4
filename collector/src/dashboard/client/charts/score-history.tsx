import { useCallback, useMemo, useState } from 'preact/hooks'
import type uPlot from 'uplot'
import type { ScoreDay } from '../../../api-types'
import { useFormat } from '../format/use-format'
import { BAND_WORDS } from '../format/words'
import { BandLabel } from '../parts/band'
import { Figure } from '../parts/figure-text'
import { Section } from '../parts/section'
import { Chart, type ChartOptions, type ChartPaint } from './chart'
import { dayChart, daySeconds } from './day-axes'
import { DayTable } from './day-table'

/** The scale is divided where the bands begin (docs/health.md). */
const EDGES = [0, 40, 70, 100]

/** The score of one account over time; a day without a score is a gap. */
export function ScoreHistory({ history }: { history: readonly ScoreDay[] }) {
  const format = useFormat()
  const [index, setIndex] = useState<number | null>(null)
  const data = useMemo<uPlot.AlignedData>(
    () => [history.map(({ day }) => daySeconds(day)), history.map(({ score }) => score)],
    [history],
  )
  const describe = useCallback((paint: ChartPaint) => scoreChart(dayChart(format, paint), paint), [format])
  const shown = history[index ?? history.length - 1]
  if (!shown || history.every(({ score }) => score === null)) return null
  return (
    <Section title="Score by day" aside={<DayReading day={shown} />}>
      <Chart data={data} heightPx={180} describe={describe} onPoint={setIndex} />
      <DayTable
        columns={['Score', 'Band']}
        rows={history.map(({ day, score, band }) => ({
          day,
          cells: [score === null ? 'no data' : format.score(score), BAND_WORDS[band]],
        }))}
      />
    </Section>
  )
}

function DayReading({ day }: { day: ScoreDay }) {
  const format = useFormat()
  return (
    <p class="legend">
      <span class="legend-day num">{format.day(day.day)}</span>
      <Figure value={day.score} format={format.score} />
      <BandLabel band={day.band} />
    </p>
  )
}

function scoreChart(shared: ReturnType<typeof dayChart>, { colour }: ChartPaint): ChartOptions {
  const [days = {}, scores = {}] = shared.axes ?? []
  const stroke = colour('--text')
  return {
    ...shared,
    axes: [days, { ...scores, splits: () => EDGES }],
    scales: { ...shared.scales, y: { range: [0, 100] } },
    series: [{}, { stroke, width: 2, spanGaps: false, points: { show: false, fill: stroke, filter: alone } }],
  }
}

/** Places of days with a score between days without: no line leads there, so that they are drawn as points. */
function alone({ data }: uPlot, series: number): number[] {
  const scores = data[series] ?? []
  const has = (place: number) => typeof scores[place] === 'number'
  return [...scores.keys()].filter((place) => has(place) && !has(place - 1) && !has(place + 1))
}
