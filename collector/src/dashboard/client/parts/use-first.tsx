import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useFormat } from '../format/use-format'

interface First<T> {
  shown: readonly T[]
  /** The button that shows the rest; null when there is none. */
  more: ComponentChildren
}

/** The first entries of a long list, until its reader asks for all. */
export function useFirst<T>(list: readonly T[], count: number): First<T> {
  const format = useFormat()
  const [all, setAll] = useState(false)
  if (all || list.length <= count) return { shown: list, more: null }
  const more = (
    <button class="button quiet" type="button" onClick={() => setAll(true)}>
      Show all {format.whole(list.length)}
    </button>
  )
  return { shown: list.slice(0, count), more }
}
