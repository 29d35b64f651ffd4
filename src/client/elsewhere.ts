import type { ChecklistState } from '../core/checklist'
import type { Band } from '../core/context'
import type { Who } from '../events/identity'
import type { KeyValueStorage } from '../platform/storage'
import type { Profile } from '../store/profile'
import { fetchState, type UserState } from '../transport/state'

const TOLD_KEY = 'state'
/** Longer than this no guide waits for what the collector knows. */
const PATIENCE_MS = 2000

/** What the collector told last. Plain JSON. */
interface Told {
  userId: string
  sessionId: string
  health: Band
  accountId: string | null
}

export interface ElsewhereOptions {
  endpoint: string
  writeKey: string
  fetch: typeof fetch
  storage: Pick<KeyValueStorage, 'get' | 'set'>
  profile: Profile
  who(): Who
  sessionId(): string
  failed(error: Error): void
  /** Guides need wait no longer, or more is known. */
  changed(): void
}

export interface Elsewhere {
  /** Band of the account, as last told by the collector. */
  health(): Band
  /**
   * Whether guides wait, because the user may have seen them on another device. Asks, unless it has been told of this user
   * in this session.
   */
  isAwaited(): boolean
  destroy(): void
}

/**
 * What a signed user did on other devices, merged into the profile of this one, and the health of the account: asked
 * once per user and session. Without an answer guides come by what is known here, and one warning says so.
 */
export function createElsewhere(options: ElsewhereOptions): Elsewhere {
  const { endpoint, writeKey, fetch, storage, profile, who, sessionId, failed, changed } = options
  // Only `keep` writes it.
  let told = storage.get(TOLD_KEY) as Told | undefined
  let asked = ''
  let patience: ReturnType<typeof setTimeout> | undefined

  function ask(): void {
    const { userId, signature } = who()
    const session = sessionId()
    const question = `${session} ${signature} ${userId}`
    // Between two sessions nobody is asked: the start of the next one is heard.
    if (!session || question === asked) return
    asked = question
    stopWaiting()
    if (!userId || !signature || (told?.userId === userId && told.sessionId === session)) return
    patience = setTimeout(go, PATIENCE_MS)
    fetchState({ endpoint, writeKey, userId, signature }, fetch)
      .then((state) => asked === question && keep(state, userId, session))
      .catch(failed)
      .finally(() => asked === question && go())
  }
  function keep({ history, items, health, accountId }: UserState, userId: string, session: string): void {
    profile.merge(history)
    for (const [id, done] of Object.entries(items)) addItems(`checklist.${id}`, done)
    told = { userId, sessionId: session, health, accountId }
    storage.set(TOLD_KEY, told)
  }
  function addItems(key: string, done: readonly string[]): void {
    const saved = profile.progress(key) as ChecklistState | undefined // the key says of which kind it is
    profile.setProgress(key, { ...saved, done: [...new Set([...(saved?.done ?? []), ...done])] })
  }
  function stopWaiting(): void {
    clearTimeout(patience)
    patience = undefined
  }
  function go(): void {
    stopWaiting()
    changed()
  }

  return {
    health() {
      const { userId, accountId } = who()
      const isTheirs = told?.userId === userId && told?.accountId === accountId
      return (isTheirs && told?.health) || 'unknown'
    },
    isAwaited() {
      ask()
      return patience !== undefined
    },
    destroy() {
      asked = ''
      stopWaiting()
    },
  }
}
