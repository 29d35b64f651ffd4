/** `1 seat`, `25 seats`; a fraction keeps one decimal. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  const shown = decimal(n)
  return `${shown} ${shown === '1' ? noun : plural}`
}

/** At most one decimal, without a trailing zero. */
export function decimal(n: number): string {
  return String(Math.round(n * 10) / 10)
}

/** A ratio as whole percent: 0.35 → `35%`. */
export function percent(ratio: number): string {
  return `${Math.round(ratio * 100)}%`
}
