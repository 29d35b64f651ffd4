/** Rounds half away from zero, as published NPS figures are (`Math.round(-12.5)` is −12, this is −13). */
export function roundHalfAway(x: number): number {
  const rounded = Math.sign(x) * Math.round(Math.abs(x))
  return rounded === 0 ? 0 : rounded
}
