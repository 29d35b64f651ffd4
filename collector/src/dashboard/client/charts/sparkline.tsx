interface SparklineProps {
  /** Scores from 0 to 100, oldest first; null leaves a gap. */
  values: readonly (number | null)[]
}

const WIDTH = 96
const HEIGHT = 24
const PAD = 3

/** The shape of a score over time, without axes; the figures stand beside it. */
export function Sparkline({ values }: SparklineProps) {
  const path = sparkPath(values)
  if (path === '') return <span class="no-data">no history</span>
  const last = values.findLastIndex((value) => value !== null)
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
      <circle cx={x(last, values.length)} cy={y(values[last] ?? 0)} r="2" fill="currentColor" />
    </svg>
  )
}

/** An SVG path on the fixed scale 0–100, so that rows can be compared; a lone value is a dot. */
export function sparkPath(values: readonly (number | null)[]): string {
  let pen = 'M'
  const parts: string[] = []
  for (const [index, value] of values.entries()) {
    if (value !== null) parts.push(`${pen}${x(index, values.length)} ${y(value)}`)
    pen = value === null ? 'M' : 'L'
  }
  return parts.join('')
}

const x = (index: number, length: number): number =>
  round(length < 2 ? WIDTH - PAD : PAD + (index * (WIDTH - 2 * PAD)) / (length - 1))
const y = (score: number): number => round(HEIGHT - PAD - (score / 100) * (HEIGHT - 2 * PAD))
const round = (value: number): number => Math.round(value * 10) / 10
