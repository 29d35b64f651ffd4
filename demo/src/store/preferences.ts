import { keptAtom } from './kept'

export const LANGUAGES = { en: 'English', fa: 'فارسی', ar: 'العربية' } as const
export type Language = keyof typeof LANGUAGES
export const MODES = ['auto', 'light', 'dark'] as const
export type Mode = (typeof MODES)[number]

const isLanguage = (value: unknown): value is Language => typeof value === 'string' && value in LANGUAGES
const isMode = (value: unknown): value is Mode => MODES.some((mode) => mode === value)

export const $mode = keptAtom<Mode>('mode', isMode, 'auto')
$mode.listen((mode) => {
  document.documentElement.dataset.mode = mode
})

/** Written on `<html>` by `appearance.js`, before anything is drawn. */
export const language: Language = isLanguage(document.documentElement.lang)
  ? document.documentElement.lang
  : 'en'

const $language = keptAtom<Language>('language', isLanguage, language)

/** Texts, direction and guides all follow from the language, so the page starts anew in it. */
export function setLanguage(next: Language): void {
  $language.set(next)
  const url = new URL(location.href)
  url.searchParams.delete('lang')
  location.replace(url)
}
