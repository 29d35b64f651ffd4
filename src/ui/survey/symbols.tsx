import { createIcon } from '../parts/icons'

export const Star = createIcon('m10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.1l5-.7z')
const THUMB =
  'M6.2 9.2v7.2M6.2 9.2 9.3 3c1.2 0 2 .9 2 2v2.7h4.1c.9 0 1.6.8 1.4 1.7l-1 5.6c-.2.8-.8 1.4-1.6 1.4H6.2m0-7.2H3.6v7.2h2.6'
export const ThumbUp = createIcon(THUMB)
export const ThumbDown = createIcon(THUMB, 'flip')

const MOUTH_WIDTH = 9.6
const MOUTH_DEPTH = 4.4

/**
 * A face from sad to glad, `mood` from -1 to 1. The ends of its mouth rise as the middle sinks, so that all faces have
 * theirs at the same height.
 */
export function Face({ mood }: { mood: number }) {
  const bend = mood * MOUTH_DEPTH
  return (
    <svg class="icon" width="32" height="32" viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="14" cy="14" r="11.5" />
      <path
        d={`M10 10.6v1.2m8-1.2v1.2M${14 - MOUTH_WIDTH / 2} ${18 - bend / 2}q${MOUTH_WIDTH / 2} ${bend * 1.6} ${MOUTH_WIDTH} 0`}
      />
    </svg>
  )
}
