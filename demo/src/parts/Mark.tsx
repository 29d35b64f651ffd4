/** A swatch of the project's hue. An attribute of SVG, because the page's policy allows no inline style. */
export function Mark({ hue }: { hue: number }) {
  return (
    <svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
      <rect width="12" height="12" rx="4" fill={`hsl(${hue} 42% 52%)`} />
    </svg>
  )
}
