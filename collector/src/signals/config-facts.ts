import type { Config } from 'handrail/schema'

/** What the live config says about how events are to be read. */
export interface ConfigFacts {
  features: { id: string; name: string; key: boolean; event: string | null }[]
  firstValue: { feature: string } | { event: string } | null
  checklists: { id: string; items: number }[]
}

export const NO_FACTS: ConfigFacts = { features: [], firstValue: null, checklists: [] }

/** The facts of a published config. It was validated when it was published. */
export function configFacts(config: Config): ConfigFacts {
  return {
    features: (config.features ?? []).map(({ id, name, key, on }) => ({
      id,
      name,
      key: key ?? false,
      // With a `where` only the SDK, which sees the properties, can tell; it sends `Feature Used`.
      event: 'event' in on && !on.where ? on.event : null,
    })),
    firstValue: config.firstValue ?? null,
    checklists: (config.checklists ?? []).map(({ id, items }) => ({ id, items: items.length })),
  }
}
