import type { Text } from 'handrail/schema'

/** Languages of the gallery, each with a script or a length of words that another lacks. */
export const LANGUAGES = { en: 'English', de: 'Deutsch', ja: '日本語', fa: 'فارسی', ar: 'العربية' } as const

export type Language = keyof typeof LANGUAGES

export const MODES = ['light', 'dark'] as const

export type Mode = (typeof MODES)[number]

/** The language asked for, else English. */
export const toLanguage = (asked: string | null | undefined): Language =>
  Object.keys(LANGUAGES).includes(asked ?? '') ? (asked as Language) : 'en' // it is a key

export const toMode = (asked: string | null | undefined): Mode => (asked === 'dark' ? 'dark' : 'light')

export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  language === 'fa' || language === 'ar' ? 'rtl' : 'ltr'

/** A text in every language of the gallery. */
export const t = (en: string, de: string, ja: string, fa: string, ar: string): Text => ({
  en,
  de,
  ja,
  fa,
  ar,
})
