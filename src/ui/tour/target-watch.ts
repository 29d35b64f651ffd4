import type { Found } from '../../platform/locate'
import { onTarget } from '../../platform/observe-target'
import type { Target } from '../../schema'

export interface TargetListener {
  /** It is there: at once, or after waiting. */
  found(found: Found): void
  /** The host has drawn it anew. */
  replaced(found: Found): void
  /** It was there and has gone. */
  lost(): void
  /** It is not there yet. */
  waiting(): void
  /** It has not come in time. */
  missing(): void
}

/** Follows the target of a step from late to found, drawn anew and gone. Returns the cleanup. */
export function watchTarget(target: Target, waitMs: number, listener: TargetListener): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasFound = false
  const stop = onTarget(target, (found) => {
    clearTimeout(timer)
    if (found) {
      const isReplaced = wasFound
      wasFound = true
      if (isReplaced) listener.replaced(found)
      else listener.found(found)
    } else if (wasFound) listener.lost()
    else {
      listener.waiting()
      timer = setTimeout(() => listener.missing(), waitMs)
    }
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
