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
 * under a changing filter; a component that shows another thing altogether has a `key`. Asked again when the path
 * changes, when the page becomes visible again, on `reload()`, and after a failure that may pass; otherwise never on
 * a timer, so that an open dashboard costs nothing.
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

/** Asks until there is an answer, or a failure that would only repeat itself. Returns what ends it. */
function load<T>(path: string, set: (update: (last: Answer<T>) => Answer<T>) => void): () => void {
  const stop = new AbortController()
  let retry: ReturnType<typeof setTimeout> | undefined
  const fail = (error: unknown) => {
    if (stop.signal.aborted) return
    const failure = asFailure(error)
    set((last) => ({ ...last, failure, loading: false }))
    if (failure.retryMs !== null) retry = setTimeout(ask, failure.retryMs)
  }
  const ask = () => {
    set((last) => ({ ...last, loading: true }))
    getJson<T>(path, stop.signal).then((data) => set(() => ({ data, failure: null, loading: false })), fail)
  }
  ask()
  return () => {
    stop.abort()
    clearTimeout(retry)
  }
}

function onVisible(listener: () => void): () => void {
  const check = () => document.visibilityState === 'visible' && listener()
  document.addEventListener('visibilitychange', check)
  return () => document.removeEventListener('visibilitychange', check)
}
