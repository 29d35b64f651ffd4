import type { ComponentChildren } from 'preact'

/** What stands where there is nothing yet, and what to do about it. */
export function Empty({
  title,
  lead,
  children,
}: {
  title: string
  lead: string
  children?: ComponentChildren
}) {
  return (
    <section class="empty">
      <svg class="empty-art" viewBox="0 0 160 96" aria-hidden="true">
        <rect class="art-column" x="8" y="8" width="42" height="80" rx="8" />
        <rect class="art-column" x="59" y="8" width="42" height="80" rx="8" />
        <rect class="art-column" x="110" y="8" width="42" height="80" rx="8" />
        <rect class="art-card" x="15" y="18" width="28" height="14" rx="4" />
        <rect class="art-card" x="66" y="18" width="28" height="14" rx="4" />
        <rect class="art-accent" x="66" y="38" width="28" height="14" rx="4" />
      </svg>
      <h2>{title}</h2>
      <p>{lead}</p>
      {children}
    </section>
  )
}
