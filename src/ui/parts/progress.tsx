/** A ring that fills clockwise from the top, `share` from 0 to 1. Decoration: the number beside it is what is read out. */
export const ProgressRing = ({ share }: { share: number }) => (
  <svg class="icon ring" width="24" height="24" viewBox="0 0 20 20" aria-hidden="true">
    <circle cx="10" cy="10" r="8.2" />
    <circle
      class="ring-value"
      cx="10"
      cy="10"
      r="8.2"
      pathLength="1"
      stroke-dasharray={`${share} 2`}
      stroke-opacity={share > 0 ? 1 : 0}
      transform="rotate(-90 10 10)"
    />
  </svg>
)

interface BarProps {
  value: number
  max: number
  label: string
}

export const ProgressBar = ({ value, max, label }: BarProps) => (
  <div
    class="bar"
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={max}
    aria-valuenow={value}
  >
    <div class="bar-value" style={{ transform: `scaleX(${value / max})` }} />
  </div>
)
