import type { Strings } from '../core/english'
import type { Report } from '../platform/report'

/** The tag in canonical form; `en` for what is no BCP 47 tag, on which every `Intl` formatter would throw. */
export function toLocale(tag: string): string {
  try {
    // `lang="pt_BR"` is a common slip.
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}

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
 * The interface strings in the language of a BCP 47 locale: `fa-IR` gets `fa`, `zh-TW` gets `zh-hant`. `undefined`
 * for English and for a language that does not ship, without a request; also, with a warning, when the load fails.
 */
export async function loadStrings(locale: string, warn: Report): Promise<Strings | undefined> {
  const language = languageOf(locale)
  try {
    return (await LANGUAGES[language]?.())?.strings
  } catch (error) {
    // Modules that fail to load reject with a TypeError.
    warn(`the interface stays in English, "${language}" could not be loaded: ${(error as Error).message}`)
    return undefined
  }
}

const languageOf = (locale: string): string =>
  TRADITIONAL_CHINESE.test(locale) ? 'zh-hant' : (locale.toLowerCase().split('-')[0] ?? '')
