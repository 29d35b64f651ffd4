import type { KeyValueStorage } from '../platform/storage'

const CONSENT_KEY = 'consent'

/** What the user allows; each independent of the others. */
export interface Choices {
  /** Events may be sent. */
  analytics: boolean
  /** Guides may be shown. */
  guides: boolean
  /** Ids, history and undelivered events may be kept in the browser. */
  storage: boolean
}

export interface PrivacyOptions {
  storage: KeyValueStorage
  /** What the host says at the start; a choice the user made earlier stands above it. */
  consent: Partial<Choices>
  /** The browser objects to tracking (Global Privacy Control, or Do Not Track where that is honoured). */
  objects: boolean
}

export interface Privacy {
  allows(what: keyof Choices): boolean
  /** Records a choice of the user, for this visit and the next ones. */
  choose(choice: Partial<Choices>): void
  /** Returns the cleanup. */
  onChange(listener: () => void): () => void
  destroy(): void
}

/** Consent, kept whatever was refused: without that a refusal could not last. */
export function createPrivacy({ storage, consent, objects }: PrivacyOptions): Privacy {
  const listeners = new Set<() => void>()
  let known: Partial<Choices> = {}
  /** A host that clears the storage takes back nothing that its user has said. */
  const chosen = (): Partial<Choices> =>
    (known = (storage.get(CONSENT_KEY) as Partial<Choices> | undefined) ?? known)
  let choices: Choices
  const apply = (): void => {
    choices = { analytics: !objects, guides: true, storage: true, ...consent, ...chosen() }
    storage.allow(choices.storage)
    for (const listener of listeners) listener()
  }
  apply()
  const cleanup = storage.onChange(CONSENT_KEY, apply)
  return {
    allows: (what) => choices[what],
    choose(choice) {
      storage.set(CONSENT_KEY, { ...chosen(), ...choice })
      apply()
    },
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

/**
 * Whether the browser says that its user objects to tracking.
 * https://w3c.github.io/gpc/ · https://www.w3.org/TR/tracking-dnt/
 */
export function userObjects(honoured: { gpc: boolean; dnt: boolean }): boolean {
  const { globalPrivacyControl, doNotTrack } = navigator as {
    globalPrivacyControl?: boolean
    doNotTrack?: string | null
  }
  return (honoured.gpc && globalPrivacyControl === true) || (honoured.dnt && doNotTrack === '1')
}
