import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { asFailure, type Failure, getJson } from './request'

export interface Resource<T> {
  /** The last answer; kept while a newer one is on its way, and when that one fails. */
  data: T | null
  failure: Failure | null
  loading: boolean
  reload(): void
}

interface Answer<T> {
  path: string
  data: T | null
  failure: Failure | null
  loading: boolean
}

const waiting = <T>(path: string): Answer<T> => ({ path, data: null, failure: null, loading: true })

/**
 * What the API answers at `path`. Asked again when the path changes, when the page becomes visible again, and on
 * `reload()`; never on a timer, so that an open dashboard costs nothing.
 */
export function useResource<T>(path: string): Resource<T> {
  const [answer, setAnswer] = useState<Answer<T>>(() => waiting(path))
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

  return { ...(answer.path === path ? answer : waiting<T>(path)), reload }
}

function load<T>(path: string, set: (update: (last: Answer<T>) => Answer<T>) => void): () => void {
  const stop = new AbortController()
  set((last) => (last.path === path ? { ...last, loading: true } : waiting(path)))
  getJson<T>(path, stop.signal).then(
    (data) => set(() => ({ path, data, failure: null, loading: false })),
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
