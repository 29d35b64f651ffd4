/** A value from 0 to 100 as a bar; the figure stands beside it, so it is decoration to a screen reader. */
export function Bar({ value, tone = 'plain' }: { value: number; tone?: 'plain' | 'gain' | 'loss' }) {
  return (
    <svg class="bar" data-tone={tone} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-track" width="100" height="6" />
      <rect class="bar-fill" width={Math.min(100, Math.max(0, value))} height="6" />
    </svg>
  )
}
