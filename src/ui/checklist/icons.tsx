import { createIcon } from '../parts/icons'

export const ChevronIcon = createIcon('m5.5 8 4.5 4.5L14.5 8')
export const LockIcon = createIcon(
  'M6.4 9h7.2a1.6 1.6 0 0 1 1.6 1.6v4a1.6 1.6 0 0 1-1.6 1.6H6.4a1.6 1.6 0 0 1-1.6-1.6v-4A1.6 1.6 0 0 1 6.4 9M7 9V6.8a3 3 0 0 1 6 0V9',
)
