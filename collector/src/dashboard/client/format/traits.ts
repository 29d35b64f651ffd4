/** Traits come from the host product and may hold anything: these readers answer `null` rather than guess. */
export type Traits = Record<string, unknown>

/** A finite number; text that looks like one is not one. */
export function numberTrait(traits: Traits, name: string): number | null {
  const value = traits[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** Text that is not blank. */
export function textTrait(traits: Traits, name: string): string | null {
  const value = traits[name]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** A day or moment in ISO 8601, as hosts write dates: `2026-11-01`, `2026-11-01T09:30:00Z`. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** The calendar day of text that is an ISO date; null for anything else. The time of day is left out. */
export function dayTrait(value: unknown): string | null {
  if (typeof value !== 'string' || !ISO_DATE.test(value) || Number.isNaN(Date.parse(value))) return null
  return value.slice(0, 10)
}

/** Any JSON value as one line of text; null when there is nothing to show. */
export function showValue(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.map((entry) => showValue(entry) ?? 'null').join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
