export interface IconProps {
  /** Length of a side in pixels. @default 20 */
  size?: number
}

/** One stroke weight in a box of 20, drawn in the colour of the text around it. Decoration: never read out. */
export const createIcon =
  (path: string, name = '') =>
  ({ size = 20 }: IconProps) => (
    <svg class={`icon ${name}`} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path pathLength="1" d={path} />
    </svg>
  )

export const CloseIcon = createIcon('m5.5 5.5 9 9m0-9-9 9')
export const CheckIcon = createIcon('m5.2 10.4 3.2 3.2 6.4-7')
