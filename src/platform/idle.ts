/** Where the browser does not tell when it is idle: after what a page does as it loads. */
const SETTLED_MS = 500

/** Resolves once, when the browser has nothing else to do. */
export const whenIdle = (): Promise<unknown> =>
  new Promise((idle) => {
    if ('requestIdleCallback' in window) requestIdleCallback(idle)
    else setTimeout(idle, SETTLED_MS)
  })

/** The user has asked the browser to load nothing that is not needed. https://wicg.github.io/savedata/ */
export const savesData = (): boolean =>
  (navigator as { connection?: { saveData: boolean } }).connection?.saveData ?? false
