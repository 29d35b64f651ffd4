import type { Elsewhere, ElsewhereOptions } from './elsewhere'

/** Stands for what is known of the user elsewhere: only who is signed pays for the code that asks. */
export function createLazyElsewhere(options: ElsewhereOptions): Elsewhere {
  const { who, failed, changed } = options
  let loaded: Elsewhere | undefined
  let loading = false
  let destroyed = false

  async function load(): Promise<void> {
    loading = true
    try {
      const { createElsewhere } = await import('./elsewhere')
      if (destroyed) return
      loaded = createElsewhere(options)
      loaded.ask()
    } catch (error) {
      failed(error as Error) // a module that does not load rejects with a TypeError
    }
    loading = false
    changed()
  }

  return {
    health: () => loaded?.health() ?? 'unknown',
    isAwaited: () => loading || loaded?.isAwaited() === true,
    ask() {
      if (loaded) loaded.ask()
      else if (!loading && who().signature !== undefined) void load()
    },
    destroy() {
      destroyed = true
      loaded?.destroy()
    },
  }
}
