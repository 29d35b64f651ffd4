import { atom, type WritableAtom } from 'nanostores'

/** What is kept under `tandem.<name>`, or `undefined`; a browser that refuses storage keeps nothing. */
export function readKept<T>(name: string, isValid: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`tandem.${name}`) ?? 'null')
    return isValid(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function writeKept(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(`tandem.${name}`)
    else localStorage.setItem(`tandem.${name}`, JSON.stringify(value))
  } catch {
    // Private windows and full disks refuse; Tandem then works for as long as the page is open.
  }
}

/** A store that survives a reload. */
export function keptAtom<T>(
  name: string,
  isValid: (value: unknown) => value is T,
  initial: T,
): WritableAtom<T> {
  const $store = atom(readKept(name, isValid) ?? initial)
  $store.listen((value) => writeKept(name, value))
  return $store
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
