import type { Week } from '../store/summary'
import { number, shortDate, t } from '../text/text'

const WIDTH = 56
const HEIGHT = 120

/** Bars with their figures on them; a list to a screen reader. */
export function Throughput({ weeks }: { weeks: readonly Week[] }) {
  const most = Math.max(1, ...weeks.map(({ done }) => done))
  const label = weeks.map(({ start, done }) => `${t('weekOf', { date: shortDate(start) })}: ${number(done)}`)
  return (
    <section class="card">
      <h2>{t('throughput')}</h2>
      <svg
        class="bars"
        viewBox={`0 0 ${weeks.length * WIDTH} ${HEIGHT + 44}`}
        role="img"
        aria-label={label.join(', ')}
      >
        {weeks.map((week, i) => (
          <Bar key={week.start} week={week} x={i * WIDTH} height={(week.done / most) * HEIGHT} />
        ))}
      </svg>
    </section>
  )
}

function Bar({ week, x, height }: { week: Week; x: number; height: number }) {
  const top = HEIGHT - height + 20
  return (
    <g>
      <rect x={x + 8} y={top} width={WIDTH - 16} height={Math.max(2, height)} rx="5" />
      <text class="bar-value" x={x + WIDTH / 2} y={top - 7}>
        {number(week.done)}
      </text>
      <text class="bar-label" x={x + WIDTH / 2} y={HEIGHT + 38}>
        {shortDate(week.start)}
      </text>
    </g>
  )
}
