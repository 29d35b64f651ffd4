import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Context } from '../../core/context'
import { CloseButton } from '../parts/close-button'
import { EventList } from './event-list'
import type { LoggedEvent } from './event-log'
import { Facts } from './facts'
import { GuideList } from './guide-list'
import type { GuideReading } from './read-guides'
import { Tabs } from './tabs'

interface Props {
  guides: readonly GuideReading[]
  events: readonly LoggedEvent[]
  context: Context
  /** Looks again: what stands in the way of a guide changes without a word. */
  refresh: () => void
}

/** Below this width an open panel would leave nothing of the page. */
const PHONE = '(max-width: 599px)'

export function Panel({ guides, events, context, refresh }: Props) {
  const [isOpen, setOpen] = useState(() => !matchMedia(PHONE).matches)
  const heading = useId()
  const place = useRef<HTMLElement & HTMLButtonElement>(null)
  const wasToggled = useRef(false)
  // The button that was pressed has gone: the other one takes over the focus.
  useLayoutEffect(() => {
    const button = place.current?.querySelector<HTMLElement>('.close') ?? place.current
    if (wasToggled.current) button?.focus()
    wasToggled.current = true
  }, [isOpen])
  const openCount = guides.filter(({ isOpen }) => isOpen).length
  const count = `${openCount} of ${guides.length} on the screen`
  if (!isOpen)
    return (
      <button type="button" class="card pill" ref={place} onClick={() => setOpen(true)}>
        <b>Handrail</b> {count}
      </button>
    )
  return (
    <section
      class="card panel"
      ref={place}
      aria-labelledby={heading}
      onPointerEnter={refresh}
      onFocusIn={refresh}
    >
      <header>
        <h2 id={heading}>Handrail</h2>
        <p>{count}</p>
        <CloseButton label="Collapse the debug panel" onClick={() => setOpen(false)} />
      </header>
      <Tabs
        label="What to look at"
        tabs={[
          { name: 'Guides', content: <GuideList guides={guides} /> },
          { name: 'Events', content: <EventList events={events} /> },
          { name: 'User', content: <Facts context={context} /> },
        ]}
      />
    </section>
  )
}
