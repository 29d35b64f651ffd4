import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface SectionProps {
  title: ComponentChildren
  /** Beside the title: a link or a figure. */
  aside?: ComponentChildren
  children: ComponentChildren
}

/** A titled card. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section class="card" aria-labelledby={id}>
      <header class="card-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
