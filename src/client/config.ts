import type { Reporter } from '../platform/report'
import type { KeyValueStorage } from '../platform/storage'
import type { Config, Problem } from '../schema'
import { loadConfig } from '../transport/config'

export interface ConfigSource {
  /** The document itself, or where it is. */
  config: Config | string
  fetch: typeof fetch
  storage: KeyValueStorage
  report: Reporter
}

export interface ReadyConfig {
  config: Config
  /** What was left out, and why. */
  problems: Problem[]
  /** Content hash given by the collector that validated it. */
  hash?: string
}

/**
 * A config whose guides are all valid. Only what no collector vouches for is validated here, because the validator is
 * a chunk of its own. Problems are reported together, once. Rejects when there is no config to be had.
 */
export async function readyConfig({ config, fetch, storage, report }: ConfigSource): Promise<ReadyConfig> {
  const loaded =
    typeof config === 'string' ? await loadConfig(config, { fetch, cache: storage }) : { json: config }
  if (!loaded) {
    report.warn('no config is published for this write key')
    return { config: { version: 1 }, problems: [] }
  }
  // The collector has put the document through the schema before it vouched for it.
  if (loaded.hash) return { config: loaded.json as Config, problems: [], hash: loaded.hash }
  const { validateConfig, summarize } = await import('../schema/compact/validate')
  const valid = validateConfig(loaded.json, { unknownKeys: 'warning' })
  const { errors, warnings } = summarize(valid.problems)
  if (errors) report.error(errors)
  if (warnings) report.warn(warnings)
  return valid
}
