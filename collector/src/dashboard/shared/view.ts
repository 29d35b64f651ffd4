/** How a page is written: `locale` for Intl, `dir` for layout. */
export interface View {
  locale: string
  dir: 'ltr' | 'rtl'
}

// Scripts written from right to left (Unicode CLDR, characterOrder); Intl.Locale#textInfo is not in Firefox yet.
const RTL_LANGUAGES = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/**
 * The view asked for by `?lang=` and `?dir=`, else by the browser. Only English variants are taken from the
 * browser, because the words of the dashboard are English and digits of another script would not fit them.
 */
export function resolveView(query: { lang?: unknown; dir?: unknown }, acceptLanguage = ''): View {
  const preferred = acceptLanguage.split(/[,;]/, 1)[0]?.trim() ?? ''
  const locale =
    supportedLocale(query.lang) ?? (/^en\b/i.test(preferred) ? supportedLocale(preferred) : null) ?? 'en'
  return { locale, dir: direction(query.dir, locale) }
}

function supportedLocale(tag: unknown): string | null {
  if (typeof tag !== 'string' || tag === '') return null
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? null
  } catch {
    return null // not a BCP 47 tag
  }
}

function direction(asked: unknown, locale: string): View['dir'] {
  if (asked === 'rtl' || asked === 'ltr') return asked
  return RTL_LANGUAGES.has(locale.split('-', 1)[0] ?? '') ? 'rtl' : 'ltr'
}
