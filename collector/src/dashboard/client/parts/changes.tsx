import type { Change } from '../../../api-types'
import { useFormat } from '../format/use-format'
import { Delta } from './delta'
import { Section } from './section'
import { Term } from './term'

/** What changed and why, newest first. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <Section title={<Term id="change">What changed</Term>}>
      {changes.length === 0 && (
        <p class="quiet-note">Nothing to compare yet: a change shows once there are scores of two days.</p>
      )}
      {changes.map((change) => (
        <ChangeOf key={change.from + change.to} change={change} />
      ))}
    </Section>
  )
}

/** Below this a change is shown as 0.0. */
const SHOWN_POINTS = 0.05

function ChangeOf({ change }: { change: Change }) {
  const format = useFormat()
  const moved = change.parts
    .map((part) => ({ ...part, points: part.behaviour + part.model }))
    .filter(({ points }) => Math.abs(points) >= SHOWN_POINTS)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  return (
    <article class="change">
      <h3>
        {format.dayMonth(change.from)} to {format.dayMonth(change.to)}
        <Delta value={change.delta} />
      </h3>
      {moved.length === 0 && <p class="quiet-note">No component moved the score.</p>}
      <ul class="rows tight">
        {moved.map((part) => (
          <li key={part.component} class="row">
            <div class="row-text">
              <p>{part.text}</p>
              {Math.abs(part.model) >= SHOWN_POINTS && (
                <p class="row-note">
                  of which <Term id="weight">weight</Term> {format.signed(part.model)}
                </p>
              )}
            </div>
            <Delta value={part.points} />
          </li>
        ))}
      </ul>
    </article>
  )
}
