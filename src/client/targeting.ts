import { addFinders } from '../platform/locate'
import { createGuides, type Guides, type GuidesOptions } from './guides'

/** The chunk that decides what is shown: loaded when a config has something to show or to notice. */
export async function loadGuides(config: GuidesOptions['config']) {
  // As keys they stand in locators; anywhere else they cost a chunk that is not needed.
  if (/"(role|text)":/.test(JSON.stringify(config))) addFinders(await import('../platform/finders'))
  return (setup: Omit<GuidesOptions, 'config'>): Guides => createGuides({ ...setup, config })
}
