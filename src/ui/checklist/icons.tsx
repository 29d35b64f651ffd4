import { createIcon } from '../parts/icons'

export const ChevronIcon = createIcon(<path d="m5.5 8 4.5 4.5L14.5 8" />)
export const LockIcon = createIcon(
  <>
    <rect x="4.8" y="9" width="10.4" height="7.2" rx="1.6" />
    <path d="M7 9V6.8a3 3 0 0 1 6 0V9" />
  </>,
)
