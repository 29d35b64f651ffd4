import { createIcon } from '../parts/icons'

export const BackIcon = createIcon(<path d="M15.5 10h-11M9 5.5 4.5 10 9 14.5" />, true)
export const StarIcon = createIcon(
  <path d="m10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.1l5-.7z" />,
)
export const ThumbUpIcon = createIcon(
  <path d="M6.2 9.2v7.2M6.2 9.2 9.3 3c1.2 0 2 .9 2 2v2.7h4.1c.9 0 1.6.8 1.4 1.7l-1 5.6c-.2.8-.8 1.4-1.6 1.4H6.2m0-7.2H3.6v7.2h2.6" />,
)
export const ThumbDownIcon = createIcon(
  <path d="M6.2 10.8V3.6M6.2 10.8 9.3 17c1.2 0 2-.9 2-2v-2.7h4.1c.9 0 1.6-.8 1.4-1.7l-1-5.6c-.2-.8-.8-1.4-1.6-1.4H6.2m0 7.2H3.6V3.6h2.6" />,
)
