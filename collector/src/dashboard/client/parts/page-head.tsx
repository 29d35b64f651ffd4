import type { ComponentChildren } from 'preact'

interface PageHeadProps {
  title: ComponentChildren
  note?: ComponentChildren
  /** Actions of the whole page. */
  children?: ComponentChildren
}

export function PageHead({ title, note, children }: PageHeadProps) {
  return (
    <header class="page-head">
      <div>
        <h1>{title}</h1>
        {note && <p class="page-note">{note}</p>}
      </div>
      {children && <div class="page-actions">{children}</div>}
    </header>
  )
}
