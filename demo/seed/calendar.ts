export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** Start of the UTC day that holds `timeMs`. */
export const startOfDay = (timeMs: number) => Math.floor(timeMs / DAY_MS) * DAY_MS

export const isoDate = (timeMs: number) => new Date(timeMs).toISOString().slice(0, 10)

/** 0 is Monday, 6 is Sunday. 1 January 1970 was a Thursday. */
export const weekday = (dayMs: number) => (Math.floor(dayMs / DAY_MS) + 3) % 7

/** Share of a working day's traffic, Monday to Sunday; work thins out on Fridays and hardly happens at weekends. */
const OFFICE = [1, 1.05, 1.04, 1, 0.86, 0.07, 0.05] as const
/** Shops and hotels work through the weekend. */
const OPEN_ALL_WEEK = [0.85, 0.85, 0.9, 0.95, 1, 0.95, 0.7] as const

export function weekdayFactor(dayMs: number, openAllWeek: boolean): number {
  return (openAllWeek ? OPEN_ALL_WEEK : OFFICE)[weekday(dayMs)] ?? 0
}

/** Last three days of a month and its first: when the books are closed. */
export function isMonthEnd(dayMs: number): boolean {
  return new Date(dayMs + 3 * DAY_MS).getUTCDate() <= 4
}

export interface Region {
  timezone: string
  locale: string
  /** Standard time. An hour's shift in summer changes nothing that anybody could see here. */
  offsetHours: number
  city: string
}

export const REGIONS: readonly [Region, ...Region[]] = [
  { timezone: 'America/New_York', locale: 'en-US', offsetHours: -5, city: 'Boston' },
  { timezone: 'America/Los_Angeles', locale: 'en-US', offsetHours: -8, city: 'Portland' },
  { timezone: 'America/Chicago', locale: 'en-US', offsetHours: -6, city: 'Chicago' },
  { timezone: 'Europe/London', locale: 'en-GB', offsetHours: 0, city: 'Leeds' },
  { timezone: 'Europe/Berlin', locale: 'de-DE', offsetHours: 1, city: 'Leipzig' },
  { timezone: 'Europe/Istanbul', locale: 'tr-TR', offsetHours: 3, city: 'Izmir' },
  { timezone: 'Asia/Tehran', locale: 'fa-IR', offsetHours: 3.5, city: 'Shiraz' },
  { timezone: 'Asia/Kolkata', locale: 'en-IN', offsetHours: 5.5, city: 'Pune' },
  { timezone: 'Asia/Tokyo', locale: 'ja-JP', offsetHours: 9, city: 'Osaka' },
  { timezone: 'Australia/Sydney', locale: 'en-AU', offsetHours: 10, city: 'Sydney' },
]
