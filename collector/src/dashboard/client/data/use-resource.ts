import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { asFailure, type Failure, getJson } from './request'

export interface Resource<T> {
  /** The last answer; kept while the next is on its way, and when that one fails. */
  data: T | null
  failure: Failure | null
  loading: boolean
  reload(): void
}

type Answer<T> = Omit<Resource<T>, 'reload'>

const NOTHING = { data: null, failure: null, loading: true }

/**
 * What the API answers at `path`. The last answer stays while the next is on its way, so that a list does not flicker
 * under a changing filter; a component that shows another thing altogether has a `key`. Asked again when the path changes, when the page becomes visible again, and on
 * `reload()`; never on a timer, so that an open dashboard costs nothing.
 */
export function useResource<T>(path: string): Resource<T> {
  const [answer, setAnswer] = useState<Answer<T>>(NOTHING)
  const stop = useRef(() => {})
  const reload = useCallback(() => {
    stop.current()
    stop.current = load(path, setAnswer)
  }, [path])

  useEffect(() => {
    reload()
    const unwatch = onVisible(reload)
    return () => {
      unwatch()
      stop.current()
    }
  }, [reload])

  return { ...answer, reload }
}

function load<T>(path: string, set: (update: (last: Answer<T>) => Answer<T>) => void): () => void {
  const stop = new AbortController()
  set((last) => ({ ...last, loading: true }))
  getJson<T>(path, stop.signal).then(
    (data) => set(() => ({ data, failure: null, loading: false })),
    (error) => {
      if (!stop.signal.aborted) set((last) => ({ ...last, failure: asFailure(error), loading: false }))
    },
  )
  return () => stop.abort()
}

function onVisible(listener: () => void): () => void {
  const check = () => document.visibilityState === 'visible' && listener()
  document.addEventListener('visibilitychange', check)
  return () => document.removeEventListener('visibilitychange', check)
}
