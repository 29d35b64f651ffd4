import { scenes } from '../../../demo/gallery/scenes'
import { DESKTOP, type Look, PHONE } from './use-stage'

// On a phone every tooltip is a sheet at the edge, whatever its placement; the ends of a side differ by little.
const SIDES = /^tooltip-(top|right|bottom|left)/
const ENDS = /^tooltip-(top|right|bottom|left)-/
/** One of each surface, and what words and direction change most. */
const SOME = [
  'tooltip-right',
  'tooltip-middle',
  'tooltip-words',
  'modal',
  'banner-bottom',
  'checklist',
  'checklist-words',
  'launcher',
  'nps-chosen',
  'text',
  'choices-many',
  'csat-stars',
  'thanks-action',
]
const names = Object.keys(scenes)
const onDesktop = names.filter((name) => !ENDS.test(name))
const onPhone = names.filter((name) => !SIDES.test(name) || name === 'tooltip-right')

/** Under which circumstances which scenes are looked at, by the folder of their pictures. */
export const looks: Readonly<Record<string, { look: Look; names: readonly string[] }>> = {
  'en-light': { look: { ...DESKTOP, language: 'en' }, names: onDesktop },
  'fa-dark-phone': { look: { ...PHONE, language: 'fa', mode: 'dark' }, names: onPhone },
  'de-light-phone': { look: { ...PHONE, language: 'de' }, names: SOME },
  'ja-light': { look: { ...DESKTOP, language: 'ja' }, names: SOME },
  'ar-light': { look: { ...DESKTOP, language: 'ar' }, names: SOME },
  'en-dark': { look: { ...DESKTOP, language: 'en', mode: 'dark' }, names: SOME },
  'en-forced': { look: { ...DESKTOP, language: 'en', forcedColors: 'active' }, names: SOME },
}
