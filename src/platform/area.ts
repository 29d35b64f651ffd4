import { attempt } from './attempt'

/** The part of `localStorage` that is used here, with keys as a list. Any method may throw. */
export interface Area {
  getItem(key: string): string | null
  setItem(key: string, text: string): void
  removeItem(key: string): void
  keys(): string[]
}

/** `localStorage`, or undefined where the browser refuses it (blocked cookies, sandboxed frames). */
export const openLocalArea = (): Area | undefined =>
  attempt(() => {
    const local = window.localStorage // the getter itself throws a SecurityError
    return {
      getItem: (key) => local.getItem(key),
      setItem: (key, text) => local.setItem(key, text),
      removeItem: (key) => local.removeItem(key),
      keys: () => Object.keys(local),
    }
  })
