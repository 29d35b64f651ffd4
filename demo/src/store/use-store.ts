import type { ReadableAtom } from 'nanostores'
import { useEffect, useState } from 'preact/hooks'

/** The value of a store; the component renders again when it changes. */
export function useStore<T>($store: ReadableAtom<T>): T {
  const [value, setValue] = useState<T>(() => $store.get())
  useEffect(() => $store.subscribe((next) => setValue(() => next)), [$store])
  return value
}
