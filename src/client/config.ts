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
  hash: string | undefined
}

/**
 * A config whose guides are all valid. Only what no collector vouches for is validated here, because the validator is
 * a chunk of its own. Problems are reported together, once. Without any config there are no guides, and no exception.
 */
export async function readyConfig({ config, fetch, storage, report }: ConfigSource): Promise<ReadyConfig> {
  const nothing: ReadyConfig = { config: { version: 1 }, problems: [], hash: undefined }
  try {
    const loaded =
      typeof config === 'string'
        ? await loadConfig(config, { fetch, cache: storage })
        : { json: config, hash: undefined }
    // The collector has put the document through the schema before it vouched for it.
    if (loaded.hash !== undefined) return { ...nothing, config: loaded.json as Config, hash: loaded.hash }
    const { validateConfig, summarize } = await import('../schema/compact/validate')
    const valid = validateConfig(loaded.json, { unknownKeys: 'warning' })
    const { errors, warnings } = summarize(valid.problems)
    if (errors) report.error(errors)
    if (warnings) report.warn(warnings)
    return { ...nothing, ...valid }
  } catch (error) {
    report.error(`there are no guides: ${(error as Error).message}`)
    return nothing
  }
}
