import type { Found } from '../../platform/locate'
import { onTarget } from '../../platform/observe-target'
import type { Target } from '../../schema'

export interface TargetListener {
  /** It is there, at once or after waiting; or the host has drawn it anew. */
  found(found: Found): void
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
      wasFound = true
      listener.found(found)
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
