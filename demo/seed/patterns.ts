export type PatternId =
  | 'steady'
  | 'thriving'
  | 'growing'
  | 'expansion'
  | 'seasonal'
  | 'casual'
  | 'unused-seats'
  | 'stalled'
  | 'new-trial'
  | 'recovering'
  | 'fading'
  | 'silent'
  | 'champion-left'
  | 'detractor'

export type Range = readonly [low: number, high: number]

/** How the accounts of one kind behave. Ranges are drawn from once per account. */
export interface Pattern {
  id: PatternId
  /** Accounts of this kind among 200. */
  accounts: number
  /** Days since sign-up on the day the history is made for. */
  ageDays: Range
  seats: Range
  /** People ÷ seats. */
  seatFill: Range
  /** Share of working days on which a person comes. */
  presence: Range
  /** Median minutes of a session. */
  minutes: Range
  /** Share of the features in use. */
  features: Range
  /** Checklist items done in the end, of four, for accounts young enough to have been seen starting. */
  items: Range
  /** Probability that an admin follows the tour to its end. */
  tour: number
  /** Weights of promoters, passives and detractors among the answers. */
  mood: readonly [number, number, number]
  renewsInDays: Range
}

const settled = {
  ageDays: [100, 900],
  items: [4, 4],
  tour: 0.8,
  renewsInDays: [20, 360],
} as const

export const PATTERNS: readonly Pattern[] = [
  {
    ...settled,
    id: 'steady',
    accounts: 30,
    seats: [4, 14],
    seatFill: [0.6, 0.9],
    presence: [0.22, 0.5],
    minutes: [6, 11],
    features: [0.6, 0.9],
    mood: [50, 43, 2],
  },
  {
    ...settled,
    id: 'thriving',
    accounts: 22,
    seats: [4, 14],
    seatFill: [0.75, 0.95],
    presence: [0.6, 0.8],
    minutes: [9, 15],
    features: [0.8, 1],
    mood: [72, 26, 1],
  },
  {
    id: 'growing',
    accounts: 18,
    ageDays: [32, 56],
    seats: [5, 14],
    seatFill: [0.75, 0.95],
    presence: [0.5, 0.7],
    minutes: [7, 12],
    features: [0.7, 1],
    items: [3, 4],
    tour: 0.9,
    mood: [60, 35, 3],
    renewsInDays: [300, 335],
  },
  {
    ...settled,
    id: 'expansion',
    accounts: 12,
    seats: [5, 12],
    seatFill: [0.95, 1],
    presence: [0.55, 0.75],
    minutes: [8, 13],
    features: [0.8, 1],
    mood: [70, 28, 1],
    renewsInDays: [60, 300],
  },
  {
    ...settled,
    id: 'seasonal',
    accounts: 18,
    seats: [4, 12],
    seatFill: [0.6, 0.85],
    presence: [0.45, 0.75],
    minutes: [6, 12],
    features: [0.5, 0.8],
    mood: [42, 50, 4],
  },
  {
    ...settled,
    id: 'casual',
    accounts: 26,
    seats: [4, 12],
    seatFill: [0.5, 0.8],
    presence: [0.04, 0.13],
    minutes: [3, 6],
    features: [0.3, 0.5],
    mood: [25, 60, 8],
  },
  {
    ...settled,
    id: 'unused-seats',
    accounts: 8,
    seats: [22, 40],
    seatFill: [0.15, 0.24],
    presence: [0.16, 0.34],
    minutes: [5, 9],
    features: [0.3, 0.6],
    mood: [35, 55, 6],
    renewsInDays: [15, 85],
  },
  {
    id: 'stalled',
    accounts: 14,
    ageDays: [18, 44],
    seats: [4, 10],
    seatFill: [0.3, 0.5],
    presence: [0.04, 0.1],
    minutes: [2, 4],
    features: [0.1, 0.3],
    items: [0, 1],
    tour: 0.2,
    mood: [10, 60, 15],
    renewsInDays: [320, 345],
  },
  {
    id: 'new-trial',
    accounts: 14,
    ageDays: [3, 13],
    seats: [4, 10],
    seatFill: [0.4, 0.8],
    presence: [0.15, 0.6],
    minutes: [5, 10],
    features: [0.4, 0.8],
    items: [1, 4],
    tour: 0.75,
    mood: [45, 45, 5],
    renewsInDays: [350, 360],
  },
  {
    ...settled,
    id: 'recovering',
    accounts: 6,
    seats: [5, 12],
    seatFill: [0.7, 0.95],
    presence: [0.45, 0.65],
    minutes: [6, 10],
    features: [0.6, 0.9],
    mood: [45, 48, 4],
  },
  {
    ...settled,
    id: 'fading',
    accounts: 14,
    seats: [5, 14],
    seatFill: [0.7, 0.95],
    presence: [0.4, 0.6],
    minutes: [3, 6],
    features: [0.4, 0.7],
    mood: [18, 55, 14],
    renewsInDays: [20, 200],
  },
  {
    ...settled,
    id: 'silent',
    accounts: 10,
    seats: [5, 16],
    seatFill: [0.6, 0.9],
    presence: [0.3, 0.5],
    minutes: [3, 7],
    features: [0.3, 0.6],
    mood: [12, 55, 20],
    renewsInDays: [15, 150],
  },
  {
    ...settled,
    id: 'champion-left',
    accounts: 4,
    seats: [6, 14],
    seatFill: [0.7, 0.9],
    presence: [0.22, 0.36],
    minutes: [6, 10],
    features: [0.5, 0.8],
    mood: [30, 55, 8],
    renewsInDays: [40, 200],
  },
  {
    ...settled,
    id: 'detractor',
    accounts: 4,
    seats: [6, 18],
    seatFill: [0.7, 0.9],
    presence: [0.14, 0.28],
    minutes: [6, 10],
    features: [0.5, 0.8],
    mood: [2, 18, 80],
    renewsInDays: [30, 120],
  },
]
