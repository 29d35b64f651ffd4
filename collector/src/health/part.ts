/** One measured part of a component: its share, its points, and what it says in plain words. */
export interface Part {
  weight: number
  /** 0–100, or `null` when there is no data. */
  value: number | null
  text: string
}

/** Weighted mean of the parts that have data; `null` when none has. The weights of the rest are renormalised. */
export function combine(parts: readonly Part[]): number | null {
  let sum = 0
  let weight = 0
  for (const part of parts) {
    if (part.value === null || part.weight === 0) continue
    sum += part.weight * part.value
    weight += part.weight
  }
  return weight === 0 ? null : sum / weight
}
