import type { Who } from '../events/identity'
import type { KeyValueStorage } from '../platform/storage'
import { createProfile, type Profile } from '../store/profile'

const WRITE_AFTER_MS = 250

export interface KeptProfile extends Profile {
  /** The host has named a user, or forgotten one. */
  follow(who: Who, before: Who): void
  destroy(): void
}

const ownerOf = ({ userId, anonymousId }: Who): string => userId ?? anonymousId

/** History and progress of whoever uses this browser, kept in its storage. `changed` runs when another tab wrote. */
export function keepProfile(storage: KeyValueStorage, first: Who, changed: () => void): KeptProfile {
  let timer: ReturnType<typeof setTimeout> | undefined
  const keyOf = (owner: string) => `profile.${owner}`
  const profile = createProfile(
    {
      // What is in storage was written by `write`; anything damaged comes back as undefined.
      read: (owner) => storage.get(keyOf(owner)) as ReturnType<Parameters<typeof createProfile>[0]['read']>,
      write: (owner, stored) => storage.set(keyOf(owner), stored),
      remove: (owner) => storage.remove(keyOf(owner)),
      defer: (write) => {
        timer = setTimeout(write, WRITE_AFTER_MS)
      },
    },
    ownerOf(first),
  )
  const listenTo = (owner: string) =>
    storage.onChange(keyOf(owner), () => {
      profile.reload()
      changed()
    })
  let unlisten = listenTo(ownerOf(first))

  return {
    ...profile,
    follow(who, before) {
      const owner = ownerOf(who)
      if (owner === ownerOf(before)) return
      const named = before.userId === undefined && who.anonymousId === before.anonymousId
      profile.become(owner, named ? before.anonymousId : undefined)
      unlisten()
      unlisten = listenTo(owner)
    },
    destroy() {
      clearTimeout(timer)
      profile.flush()
      unlisten()
    },
  }
}
