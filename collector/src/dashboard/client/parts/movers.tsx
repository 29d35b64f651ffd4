import type { Portfolio } from '../../../api-types'
import { useFormat } from '../format/use-format'
import { AccountLink } from './account-link'
import { Delta } from './delta'
import { Section } from './section'

/** On each side. */
const LISTED = 5

type Mover = Portfolio['movers'][number]

/** Who fell and who rose most, the fall first: it is what asks for a call. */
export function Movers({ movers }: { movers: readonly Mover[] }) {
  const byDelta = [...movers].sort((a, b) => a.delta - b.delta)
  const fallen = byDelta.filter(({ delta }) => delta < 0).slice(0, LISTED)
  const risen = byDelta
    .filter(({ delta }) => delta > 0)
    .reverse()
    .slice(0, LISTED)
  return (
    <div class="columns even">
      <MoverList title="Fell most" movers={fallen} nothing="No score fell." />
      <MoverList title="Rose most" movers={risen} nothing="No score rose." />
    </div>
  )
}

function MoverList({ title, movers, nothing }: { title: string; movers: Mover[]; nothing: string }) {
  return (
    <Section title={title}>
      {movers.length === 0 && <p class="quiet-note">{nothing}</p>}
      <ul class="rows">
        {movers.map((mover) => (
          <MoverRow key={mover.id} mover={mover} />
        ))}
      </ul>
    </Section>
  )
}

function MoverRow({ mover }: { mover: Mover }) {
  const format = useFormat()
  return (
    <li class="row">
      <div class="row-text">
        <AccountLink account={mover} />
        <p class="row-note">{mover.text}</p>
      </div>
      <div class="row-figure">
        <Delta value={mover.delta} />
        <span class="row-note num">
          {format.score(mover.from)} to {format.score(mover.to)}
        </span>
      </div>
    </li>
  )
}
