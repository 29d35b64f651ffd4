import type { Band, ComponentName } from '../../../api-types'

export const BAND_WORDS: Record<Band, string> = {
  healthy: 'Healthy',
  watch: 'Watch',
  at_risk: 'At risk',
  unknown: 'Unknown',
}

/** From best to worst, the order of every list and chart. */
export const BANDS: readonly Band[] = ['healthy', 'watch', 'at_risk', 'unknown']

export const COMPONENT_WORDS: Record<ComponentName, string> = {
  frequency: 'Frequency',
  breadth: 'Breadth',
  depth: 'Depth',
  onboarding: 'Onboarding',
  sentiment: 'Sentiment',
  trend: 'Trend',
}

export const COMPONENTS: readonly ComponentName[] = [
  'frequency',
  'breadth',
  'depth',
  'onboarding',
  'sentiment',
  'trend',
]

/** The key of a trait in words: `createdAt` → `Created at`, `billing_city` → `Billing city`, `vatID` → `Vat ID`. */
export function keyWords(key: string): string {
  const parts = key.replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').split(/[\s_-]+/)
  // What is written in capitals is an abbreviation and stays one.
  return idWords(parts.map((part) => (/^\p{Lu}{2,}$/u.test(part) ? part : part.toLowerCase())).join(' '))
}

/** An id of the model in words: `usage_drop` → `Usage drop`. */
export function idWords(id: string): string {
  const words = id.replaceAll(/[_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
