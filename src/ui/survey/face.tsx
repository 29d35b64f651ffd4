/** A face from sad to glad, drawn in one stroke weight; `mood` from -1 to 1. */
export const Face = ({ mood }: { mood: number }) => (
  <svg
    width="32"
    height="32"
    viewBox="0 0 28 28"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    aria-hidden="true"
  >
    <circle cx="14" cy="14" r="11.5" />
    <path d="M10 10.6v1.2m8-1.2v1.2" />
    <path d={mouth(mood)} />
  </svg>
)

const WIDTH = 9.6
const DEPTH = 4.4

/** A curve whose ends rise as its middle sinks, so that all faces have their mouth at the same height. */
function mouth(mood: number): string {
  const bend = mood * DEPTH
  return `M${14 - WIDTH / 2} ${18 - bend / 2}q${WIDTH / 2} ${bend * 1.6} ${WIDTH} 0`
}
