const VOUCHED_HEADER = 'handrail-config'
const CACHE_KEY = 'config'

export interface LoadedConfig {
  json: unknown
  /** Content hash by which the collector vouches that it has validated this document. */
  hash?: string | undefined
}

interface Options {
  fetch: typeof fetch
  cache: { get(key: string): unknown; set(key: string, value: unknown): void }
}

/**
 * Fetches a config; the last good one serves while the network or the collector is down. `undefined` when the collector says
 * that none is published. Rejects when there is neither, with what was asked for and what came.
 */
export async function loadConfig(url: string, { fetch, cache }: Options): Promise<LoadedConfig | undefined> {
  try {
    const loaded = await fetchConfig(url, fetch)
    if (loaded) cache.set(CACHE_KEY, { url, ...loaded })
    return loaded
  } catch (error) {
    const last = cache.get(CACHE_KEY) as (LoadedConfig & { url: string }) | undefined // written only above
    if (last?.url === url && !(error instanceof ConfigRefused)) return last
    throw error
  }
}

/** The collector answered, and there is no point in using an older copy. */
class ConfigRefused extends Error {}

async function fetchConfig(url: string, fetch: typeof globalThis.fetch): Promise<LoadedConfig | undefined> {
  const response = await fetch(url, { credentials: 'omit' }).catch((cause: Error) => {
    throw new Error(`${url} cannot be reached: ${cause.message}`, { cause })
  })
  if (response.status === 401)
    throw new ConfigRefused(`${url} answered 401: the write key is not known there`)
  const text = await response.text()
  // The code by which our collector says so; a 404 of anything else is an address that is wrong.
  if (response.status === 404 && text.includes('no_config')) return undefined
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  try {
    return { json: JSON.parse(text), hash: response.headers.get(VOUCHED_HEADER) ?? undefined }
  } catch (cause) {
    throw new ConfigRefused(`${url} is not JSON: ${(cause as Error).message}`, { cause })
  }
}
