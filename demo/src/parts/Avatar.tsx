/** Initials on a tint that the name alone decides, so that a person looks the same everywhere. */
export function Avatar({ name }: { name: string }) {
  const initials = name
    .split(/[\s.]+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
  return (
    <span class={`avatar tint-${tintOf(name)}`} aria-hidden="true">
      {initials}
    </span>
  )
}

const TINTS = 6
const tintOf = (name: string) =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % TINTS
