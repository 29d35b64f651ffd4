import type { Change } from '../../../api-types'
import { useFormat } from '../format/use-format'
import { COMPONENT_WORDS } from '../format/words'
import { Delta } from './movers'
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

function ChangeOf({ change }: { change: Change }) {
  const format = useFormat()
  const parts = [...change.parts].sort(
    (a, b) => Math.abs(b.behaviour + b.model) - Math.abs(a.behaviour + a.model),
  )
  return (
    <article class="change">
      <h3>
        {format.dayMonth(change.from)} to {format.dayMonth(change.to)}
        <Delta value={change.delta} />
      </h3>
      <ul class="rows tight">
        {parts.map((part) => (
          <li key={part.component} class="row">
            <div class="row-text">
              <p>{part.text}</p>
              <p class="row-note">
                <Term id={part.component}>{COMPONENT_WORDS[part.component]}</Term>
                {part.model !== 0 && `, of which ${format.signed(part.model)} by another weight`}
              </p>
            </div>
            <Delta value={part.behaviour + part.model} />
          </li>
        ))}
      </ul>
    </article>
  )
}
