import type { Message } from '../strings'
import { checklistEnglish } from './checklist'
import { hubEnglish } from './hub'
import { surveyEnglish } from './survey'
import { tourEnglish } from './tour'

export type TourWord = keyof typeof tourEnglish
export type ChecklistWord = keyof typeof checklistEnglish
export type SurveyWord = keyof typeof surveyEnglish
export type Word = TourWord | ChecklistWord | SurveyWord | keyof typeof hubEnglish

/** What the interface says in one language, by key. Placeholders are `{n}`, `{total}` and so on, as in English. */
export type Strings = Readonly<Record<Word, Message>>

/** All of it, as translators are given it. */
export const english: Strings = { ...tourEnglish, ...checklistEnglish, ...surveyEnglish, ...hubEnglish }
