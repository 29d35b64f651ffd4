import type { Scenes } from '../scene'
import { announcements } from './announcements'
import { checklists } from './checklists'
import { surveys } from './surveys'
import { tours } from './tours'

/** By kind of guide, in the order in which the gallery shows them. */
export const KINDS = {
  Tours: tours,
  Announcements: announcements,
  Checklists: checklists,
  Surveys: surveys,
} as const satisfies Record<string, Scenes>

/** Every surface in its states, by name. */
export const scenes: Scenes = { ...tours, ...announcements, ...checklists, ...surveys }
