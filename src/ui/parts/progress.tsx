interface RingProps {
  /** From 0 to 1. */
  share: number
  size: number
}

const RADIUS = 8.2

/** A ring that fills clockwise from the top. Decoration: the number beside it is what is read out. */
export const ProgressRing = ({ share, size }: RingProps) => (
  <svg
    class="ring"
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke-width="2.4"
    aria-hidden="true"
  >
    <circle cx="10" cy="10" r={RADIUS} class="ring-track" />
    <circle
      cx="10"
      cy="10"
      r={RADIUS}
      class="ring-value"
      pathLength="1"
      stroke-dasharray={`${share} 2`}
      stroke-linecap={share > 0 ? 'round' : 'butt'}
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
    <div class="bar-value" style={{ transform: `scaleX(${max > 0 ? value / max : 0})` }} />
  </div>
)
