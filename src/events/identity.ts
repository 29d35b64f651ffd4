import type { KeyValueStorage } from '../platform/storage'

const IDENTITY_KEY = 'identity'

export type Traits = Readonly<Record<string, unknown>>

/** Who uses this browser, as far as the host has said. Plain JSON. */
export interface Who {
  readonly anonymousId: string
  readonly userId?: string
  /** Of the user. */
  readonly traits: Traits
  readonly accountId?: string
  /** Traits of the account. */
  readonly account: Traits
  /** HMAC of `userId`, by which the collector trusts it. */
  readonly signature?: string
}

export interface IdentityOptions {
  storage: KeyValueStorage
  createId: () => string
}

export interface Identity {
  who(): Who
  /** Names the user and adds traits. Somebody else's id first forgets everything about the one before. */
  identify(userId: string, traits: Traits, signature?: string): void
  /** Names the account and adds traits; those of another account are forgotten. */
  group(accountId: string, traits: Traits): void
  /** The next user is somebody else. */
  reset(): void
  /** Hears of every change, also by another tab, with who it was before. Returns the cleanup. */
  onChange(listener: (who: Who, before: Who) => void): () => void
  destroy(): void
}

/** Keeps who the user is; nothing of one user is left when another one is named. */
export function createIdentity({ storage, createId }: IdentityOptions): Identity {
  const listeners = new Set<(who: Who, before: Who) => void>()
  const nobody = (): Who => ({ anonymousId: createId(), traits: {}, account: {} })
  const kept = stored()
  let who = kept ?? nobody()
  if (!kept) storage.set(IDENTITY_KEY, who)

  /** What is in storage may have been damaged by anybody; traits of any kind can be read as none. */
  function stored(): Who | undefined {
    const found = storage.get(IDENTITY_KEY) as Partial<Who> | null | undefined
    return typeof found?.anonymousId === 'string' ? { ...nobody(), ...found } : undefined
  }
  function become(next: Who): void {
    const before = who
    if (JSON.stringify(next) === JSON.stringify(before)) return
    who = next
    for (const listener of listeners) listener(who, before)
  }
  function keep(next: Who): void {
    storage.set(IDENTITY_KEY, next)
    become(next)
  }
  /** Whom another tab has named since: what it forgot must not come back with what is said here. */
  const look = (): void => become(stored() ?? who)
  const cleanup = storage.onChange(IDENTITY_KEY, look)

  return {
    who: () => who,
    identify(userId, traits, signature) {
      look()
      const base = who.userId !== undefined && who.userId !== userId ? nobody() : who
      const named: Who = { ...base, userId, traits: { ...base.traits, ...traits } }
      keep(typeof signature === 'string' ? { ...named, signature } : named)
    },
    group(accountId, traits) {
      look()
      const known = who.accountId === accountId ? who.account : {}
      keep({ ...who, accountId, account: { ...known, ...traits } })
    },
    reset: () => keep(nobody()),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      cleanup()
      listeners.clear()
    },
  }
}
