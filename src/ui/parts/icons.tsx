import type { ComponentChildren } from 'preact'

export interface IconProps {
  /** Length of a side in pixels. @default 20 */
  size?: number
  class?: string
}

/** One stroke weight in a box of 20, drawn in the colour of the text around it. Decoration: never read out. */
export const createIcon =
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

export const CloseIcon = createIcon(<path d="m5.5 5.5 9 9m0-9-9 9" />)
export const CheckIcon = createIcon(<path pathLength="1" d="m5.2 10.4 3.2 3.2 6.4-7" />)
