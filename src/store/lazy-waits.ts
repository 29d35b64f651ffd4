import type { Stage, Waits } from './stage'

/** Stands for what waits until obstacles are gone; its chunk is loaded when one first keeps a guide away. */
export function createLazyWaits({ loadWaits }: Pick<Stage, 'loadWaits'>, again: () => void): Waits {
  let waits: Waits | undefined
  let stop: (() => void) | undefined
  return {
    see(kept) {
      if (waits) waits.see(kept)
      else if (kept.length > 0)
        stop ??= loadWaits(again, (loaded) => {
          waits = loaded
          // What stood in the way may have gone meanwhile.
          again()
        })
    },
    newPage: () => waits?.newPage(),
    destroy: () => stop?.(),
  }
}
