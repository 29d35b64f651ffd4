import { createGuides, type Guides, type GuidesOptions } from './guides'

type Setup = Omit<GuidesOptions, 'config' | 'finding' | 'measuring'>

/** The chunk that decides what is shown: loaded when a config has something to show or to notice. */
export async function loadGuides(config: GuidesOptions['config']) {
  const text = JSON.stringify(config)
  // These words are keys where they mean something; anywhere else they cost a chunk that is not needed.
  const [finding, finders, measuring] = await Promise.all([
    /"(target|element|click|highlight)":/.test(text) ? import('../platform/finding') : undefined,
    /"(role|text)":/.test(text) ? import('../platform/finders') : undefined,
    /"(features|goal|holdout)":/.test(text) ? import('./measuring') : undefined,
  ])
  if (finders) finding?.addFinders(finders)
  return (setup: Setup): Guides => createGuides({ ...setup, config, finding, measuring })
}
