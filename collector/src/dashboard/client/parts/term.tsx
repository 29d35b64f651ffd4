import type { ComponentChildren } from 'preact'
import { Icon } from '../../shared/icon'

/** A figure's name, linked to how it is computed. */
export function Term({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <a class="term" href={`/definitions#${id}`}>
      {children}
    </a>
  )
}

/** The same link where the name itself already does something, as in a column that sorts. */
export function TermMark({ id, name }: { id: string; name: string }) {
  return (
    <a class="term-mark" href={`/definitions#${id}`} aria-label={`Definition: ${name}`}>
      <Icon name="info" />
    </a>
  )
}
