import type { Elsewhere, ElsewhereOptions } from './elsewhere'
import { whenLoaded } from './when-loaded'

/** Stands for what is known of the user elsewhere: only who is signed pays for the code that asks. */
export function createLazyElsewhere(options: ElsewhereOptions): Elsewhere {
  let loaded: Elsewhere | undefined
  let isLoading = false
  let stop: (() => void) | undefined

  function load(): void {
    isLoading = true
    const begin = ({ createElsewhere }: typeof import('./elsewhere')) => {
      isLoading = false
      loaded = createElsewhere(options)
      options.changed()
      return loaded.destroy
    }
    stop = whenLoaded(import('./elsewhere'), begin, (error) => {
      isLoading = false
      options.failed(error) // a module that does not load rejects with a TypeError
      options.changed()
    })
  }

  return {
    health: () => loaded?.health() ?? 'unknown',
    isAwaited() {
      if (!stop && options.who().signature !== undefined) load()
      return isLoading || loaded?.isAwaited() === true
    },
    destroy: () => stop?.(),
  }
}
