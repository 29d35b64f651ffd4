import type { Band, History } from '../core/context'

/** What the collector has heard of one user, from every device. */
export interface UserState {
  history: Omit<History, 'interruptions'>
  /** Ids of the items done, by id of the checklist. */
  items: Readonly<Record<string, readonly string[]>>
  /** Band of the account the user was last seen in, and its id. */
  health: Band
  accountId: string | null
}

export interface StateQuery {
  endpoint: string
  writeKey: string
  userId: string
  /** HMAC-SHA256 of `userId`, made by the host's server. */
  signature: string
}

const DEADLINE_MS = 10_000

/** Rejects, with what was asked for and what came, when there is no such answer within ten seconds. */
export async function fetchState(
  { endpoint, ...query }: StateQuery,
  fetch: typeof globalThis.fetch,
): Promise<UserState> {
  const url = `${endpoint}/v1/state`
  const response = await fetch(`${url}?${new URLSearchParams(query)}`, {
    credentials: 'omit',
    signal: AbortSignal.timeout(DEADLINE_MS),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json()
}
