import type { Text } from '../schema'
import { readPath } from './paths'

/** `{{path}}` or `{{path|fallback}}`. */
export const PLACEHOLDER = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g

/** The text in the language nearest to `locale`: `fa-IR`, then `fa`, then the default, then the first there is. */
export function localize(text: Text | undefined, locale: string, defaultLocale = ''): string {
  if (text === undefined || typeof text === 'string') return text ?? ''
  const nearest = inLanguage(text, locale).at(-1) ?? inLanguage(text, defaultLocale).at(-1)
  return nearest ?? Object.values(text)[0] ?? ''
}

/**
 * What there is in a language and in those it falls back to, from the widest on: of `zh`, `zh-Hant`, `zh-Hant-TW`.
 * https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 */
export const inLanguage = <T>(byTag: Readonly<Record<string, T>>, locale: string): T[] =>
  Object.entries(byTag)
    .filter(([tag]) => `${locale}-`.toLowerCase().startsWith(`${tag}-`.toLowerCase()))
    .sort(([a], [b]) => a.length - b.length)
    .map(([, value]) => value)

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
