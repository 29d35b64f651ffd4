import type { Strings } from '../core/english'

/** Languages the interface ships in, beside English, each a chunk of its own. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ strings: Strings }>>> = {
  ar: () => import('../locales/ar'),
  de: () => import('../locales/de'),
  es: () => import('../locales/es'),
  fa: () => import('../locales/fa'),
  fr: () => import('../locales/fr'),
  ja: () => import('../locales/ja'),
  pt: () => import('../locales/pt'),
  ru: () => import('../locales/ru'),
  tr: () => import('../locales/tr'),
  'zh-hant': () => import('../locales/zh-hant'),
}

// Regions that write Chinese in its traditional script; all others read the simplified one.
const TRADITIONAL_CHINESE = /^zh-(hant|hk|mo|tw)\b/i

/**
 * The chunk that loads the interface in other languages than English: its strings in that of a BCP 47 locale. `fa-IR`
 * gets `fa`, `zh-TW` gets `zh-hant`, and a language that does not ship `undefined`, without a request.
 */
export async function loadStrings(locale: string): Promise<Strings | undefined> {
  const language = TRADITIONAL_CHINESE.test(locale) ? 'zh-hant' : locale.toLowerCase().split('-')[0]
  return (await LANGUAGES[language ?? '']?.())?.strings
}
