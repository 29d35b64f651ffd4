/** Every number, date and plural on a page passes through here, in one locale. */
export interface Format {
  whole(value: number): string
  /** One decimal, always shown, so that columns align. */
  score(value: number): string
  /** `+3.4`, `−0.8`, `0.0`. */
  signed(value: number): string
  /** A share between 0 and 1, in whole percent. */
  percent(share: number): string
  /** Money without a currency: the product does not say which it is. */
  money(value: number): string
  /** A day written `YYYY-MM-DD`; days have no time zone of their own. */
  day(isoDay: string): string
  dayMonth(isoDay: string): string
  /** Unix milliseconds in the reader's time zone. */
  moment(ms: number): string
  time(ms: number): string
  /** With seconds. */
  clock(ms: number): string
  /** The day of a moment, for headings. */
  dayOf(ms: number): string
  ago(ms: number, nowMs: number): string
  count(value: number, one: string, other: string): string
}

const DAY_MS = 86_400_000

/** Formatting for one BCP 47 locale. Intl objects are costly to make, so they are made once. */
export function createFormat(locale: string): Format {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const signed = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const plural = new Intl.PluralRules(locale)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  const dayOf = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const date = (isoDay: string, format: Intl.DateTimeFormat) => formatDay(isoDay, format)
  return {
    whole: (value) => whole.format(value),
    score: (value) => score.format(value),
    signed: (value) => signed.format(value),
    percent: (share) => percent.format(share),
    money: (value) => whole.format(value),
    day: (isoDay) => date(isoDay, day),
    dayMonth: (isoDay) => date(isoDay, dayMonth),
    moment: (ms) => moment.format(ms),
    time: (ms) => time.format(ms),
    clock: (ms) => clock.format(ms),
    dayOf: (ms) => dayOf.format(ms),
    ago: createAgo(locale),
    count: (value, one, other) => `${whole.format(value)} ${plural.select(value) === 'one' ? one : other}`,
  }
}

/** Traits are untrusted: what is no date is shown as it was sent. */
function formatDay(isoDay: string, format: Intl.DateTimeFormat): string {
  const ms = Date.parse(isoDay)
  return Number.isNaN(ms) ? isoDay : format.format(ms)
}

const AGO_STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

function createAgo(locale: string): Format['ago'] {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return (ms, nowMs) => {
    const elapsedMs = ms - nowMs
    const step = AGO_STEPS.find(([, sizeMs]) => Math.abs(elapsedMs) >= sizeMs)
    return step ? relative.format(Math.trunc(elapsedMs / step[1]), step[0]) : relative.format(0, 'minute')
  }
}
