import type { Driver } from '../../../api-types'
import { Icon } from '../../shared/icon'
import { useFormat } from '../format/use-format'
import { COMPONENT_WORDS } from '../format/words'
import { Section } from './section'
import { Term } from './term'

/** The same sum in words, what weighs most first. */
export function Drivers({ drivers }: { drivers: readonly Driver[] }) {
  if (drivers.length === 0) return null
  return (
    <div class="columns even">
      <DriverList
        title="Holds it down"
        direction="down"
        drivers={drivers}
        nothing="No component is below the healthy edge."
      />
      <DriverList
        title="Holds it up"
        direction="up"
        drivers={drivers}
        nothing="No component has reached the healthy edge yet."
      />
    </div>
  )
}

interface DriverListProps {
  title: string
  direction: Driver['direction']
  drivers: readonly Driver[]
  nothing: string
}

function DriverList({ title, direction, drivers, nothing }: DriverListProps) {
  const format = useFormat()
  const listed = drivers
    .filter((driver) => driver.direction === direction)
    .sort((a, b) => b.points - a.points)
  return (
    <Section title={title}>
      {listed.length === 0 && <p class="quiet-note">{nothing}</p>}
      <ul class="rows">
        {listed.map((driver) => (
          <li key={driver.component + driver.text} class="row">
            <div class="row-text">
              <p>{driver.text}</p>
              <p class="row-note">
                <Term id={driver.component}>{COMPONENT_WORDS[driver.component]}</Term>
              </p>
            </div>
            <span class="row-figure delta num" data-sign={direction === 'up' ? 1 : -1}>
              <Icon name={direction} />
              {format.signed(direction === 'up' ? driver.points : -driver.points)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
