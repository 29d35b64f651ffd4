import type { TimelineEntry } from '../../../api-types'
import type { Format } from '../format/format'
import { useFormat } from '../format/use-format'
import { Json } from './json'
import { Section } from './section'
import { useFirst } from './use-first'

const SHOWN_AT_FIRST = 30

interface TimelineProps {
  entries: readonly TimelineEntry[]
  nameOf: (userId: string | null) => string
}

/** What happened in the account, newest first, under the day it happened. */
export function Timeline({ entries, nameOf }: TimelineProps) {
  const format = useFormat()
  const newest = [...entries].sort((a, b) => b.ts - a.ts)
  const { shown, more } = useFirst(newest, SHOWN_AT_FIRST)
  const days = byDay(shown, format)
  return (
    <Section title="Timeline">
      {entries.length === 0 && <p class="quiet-note">Nothing has happened in this account yet.</p>}
      {days.map(([day, ofDay]) => (
        <section key={day} class="timeline-day" aria-label={day}>
          <h3>{day}</h3>
          <ol class="timeline">
            {ofDay.map((entry) => (
              <Entry key={entry.messageId} entry={entry} who={nameOf(entry.userId)} />
            ))}
          </ol>
        </section>
      ))}
      {more}
    </Section>
  )
}

function Entry({ entry, who }: { entry: TimelineEntry; who: string }) {
  const format = useFormat()
  return (
    <li>
      <time class="num" dateTime={new Date(entry.ts).toISOString()}>
        {format.time(entry.ts)}
      </time>
      <details>
        <summary>
          <span>{entry.text}</span>
          <span class="row-note">{who}</span>
        </summary>
        <Json value={{ type: entry.type, event: entry.event, properties: entry.properties }} />
      </details>
    </li>
  )
}

/** Entries under the day they belong to, in the order they come. */
function byDay(entries: readonly TimelineEntry[], format: Format): [string, TimelineEntry[]][] {
  const days = new Map<string, TimelineEntry[]>()
  for (const entry of entries) {
    const day = format.dayOf(entry.ts)
    const ofDay = days.get(day)
    if (ofDay) ofDay.push(entry)
    else days.set(day, [entry])
  }
  return [...days]
}
