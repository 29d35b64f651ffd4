/**
 * Begins with a chunk when it has come, unless it was stopped before; `failed` hears of one that does not load. Returns
 * the cleanup, which also stops what has begun.
 */
export function whenLoaded<Chunk>(
  chunk: Promise<Chunk>,
  begin: (chunk: Chunk) => () => void,
  failed: (error: Error) => void,
): () => void {
  let isOver = false
  let stop: (() => void) | undefined
  chunk
    .then((loaded) => {
      if (!isOver) stop = begin(loaded)
    })
    .catch(failed)
  return () => {
    isOver = true
    stop?.()
  }
}
