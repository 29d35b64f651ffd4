const MAX_ENTRIES = 2000

/** `make` with its results kept. Forgets them all at 2,000, so that memory stays bounded whatever is asked. */
export function bounded<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= MAX_ENTRIES) known.clear()
    const made = make(key)
    known.set(key, made)
    return made
  }
}
