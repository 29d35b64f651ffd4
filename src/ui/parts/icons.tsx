import type { ComponentChildren } from 'preact'

interface IconProps {
  /** Length of a side in pixels. @default 20 */
  size?: number
  class?: string
}

/** One stroke weight in a box of 20, drawn in the colour of the text around it. Decoration: never read out. */
const icon =
  (shape: ComponentChildren, mirrored = false) =>
  ({ size = 20, class: name = '' }: IconProps) => (
    <svg
      class={mirrored ? `mirror ${name}` : name}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {shape}
    </svg>
  )

export const CloseIcon = icon(<path d="m5.5 5.5 9 9m0-9-9 9" />)
export const PlayIcon = icon(<path d="M7 4.8v10.4l8.4-5.2z" fill="currentColor" />)
export const CheckIcon = icon(<path pathLength="1" d="m5.2 10.4 3.2 3.2 6.4-7" />)
export const ChevronIcon = icon(<path d="m5.5 8 4.5 4.5L14.5 8" />)
export const LockIcon = icon(
  <>
    <rect x="4.8" y="9" width="10.4" height="7.2" rx="1.6" />
    <path d="M7 9V6.8a3 3 0 0 1 6 0V9" />
  </>,
)
export const ArrowIcon = icon(<path d="M4.5 10h11m-4.5-4.5L15.5 10 11 14.5" />, true)
export const BackIcon = icon(<path d="M15.5 10h-11M9 5.5 4.5 10 9 14.5" />, true)
export const StarIcon = icon(<path d="m10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.1l5-.7z" />)
export const ThumbUpIcon = icon(
  <path d="M6.2 9.2v7.2M6.2 9.2 9.3 3c1.2 0 2 .9 2 2v2.7h4.1c.9 0 1.6.8 1.4 1.7l-1 5.6c-.2.8-.8 1.4-1.6 1.4H6.2m0-7.2H3.6v7.2h2.6" />,
)
export const ThumbDownIcon = icon(
  <path d="M6.2 10.8V3.6M6.2 10.8 9.3 17c1.2 0 2-.9 2-2v-2.7h4.1c.9 0 1.6-.8 1.4-1.7l-1-5.6c-.2-.8-.8-1.4-1.6-1.4H6.2m0 7.2H3.6V3.6h2.6" />,
)
