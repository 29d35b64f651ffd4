/** The part of `localStorage` that is used here, with keys as a list. Any method may throw. */
export interface Area {
  getItem(key: string): string | null
  setItem(key: string, text: string): void
  removeItem(key: string): void
  keys(): string[]
}

/** `localStorage`, or undefined where the browser refuses it (blocked cookies, sandboxed frames). */
export function openLocalArea(): Area | undefined {
  try {
    const local = window.localStorage
    return {
      getItem: (key) => local.getItem(key),
      setItem: (key, text) => local.setItem(key, text),
      removeItem: (key) => local.removeItem(key),
      keys: () => Object.keys(local),
    }
  } catch {
    return undefined // the getter itself throws a SecurityError
  }
}
