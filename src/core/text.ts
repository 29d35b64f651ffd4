import type { Text } from '../schema'
import { readPath } from './paths'

/** `{{path}}` or `{{path|fallback}}`. */
export const PLACEHOLDER = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g

/** The text in the language nearest to `locale`: `fa-IR`, then `fa`, then the default, then the first there is. */
export function localize(text: Text | undefined, locale: string, defaultLocale?: string): string {
  if (text === undefined || typeof text === 'string') return text ?? ''
  const byTag = new Map(Object.entries(text).map(([tag, words]) => [tag.toLowerCase(), words]))
  for (const tag of [...fallbacks(locale), ...fallbacks(defaultLocale ?? '')]) {
    const words = byTag.get(tag)
    if (words !== undefined) return words
  }
  return Object.values(text)[0] ?? ''
}

/** `zh-Hant-TW`, `zh-Hant`, `zh`, in lower case. https://www.rfc-editor.org/rfc/rfc4647#section-3.4 */
export function fallbacks(locale: string): string[] {
  const parts = locale.toLowerCase().split('-')
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('-'))
}

/**
 * Replaces `{{user.name|there}}` by what `values` holds at that path, else by the fallback, else by nothing. In one
 * pass: what comes out is never looked at again. `encode` prepares each value for where it goes.
 */
export const interpolate = (
  text: string,
  values: Readonly<Record<string, unknown>>,
  encode: (value: string) => string = (value) => value,
): string =>
  text.replace(PLACEHOLDER, (_all, path: string, fallback = '') =>
    encode(toText(readPath(values, path.trim())) || fallback),
  )

const toText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
