import type { Week } from '../store/summary'
import { number, shortDate, t } from '../text/text'

/** Bars with their figures on them; one sentence to a screen reader. */
export function Throughput({ weeks }: { weeks: readonly Week[] }) {
  const most = Math.max(1, ...weeks.map(({ done }) => done))
  const label = weeks.map(({ start, done }) => `${t('weekOf', { date: shortDate(start) })}: ${number(done)}`)
  return (
    <section class="card">
      <h2>{t('throughput')}</h2>
      <div class="bars" role="img" aria-label={label.join(', ')}>
        {weeks.map((week) => (
          <Bar key={week.start} week={week} share={week.done / most} />
        ))}
      </div>
    </section>
  )
}

function Bar({ week, share }: { week: Week; share: number }) {
  return (
    <span class="bar">
      <span class="bar-value">{number(week.done)}</span>
      {/* Set through the CSSOM, which the policy of the page allows, unlike a style attribute in markup. */}
      <span class="bar-fill" style={{ blockSize: `${Math.round(share * 100)}%` }} />
      <span class="bar-label">{shortDate(week.start)}</span>
    </span>
  )
}
