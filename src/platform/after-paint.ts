const waiting = new Set<() => void>()
let stop: () => void

/**
 * Runs once when what has just been drawn is on the screen, so that it cannot delay it: the next frame draws it, and the
 * one after that is the first that does not wait for it. At once when the page is hidden or left, since no frame would
 * follow. Returns the cleanup. https://web.dev/articles/optimize-inp#yield_to_allow_rendering_work_to_occur_sooner
 */
export function afterPaint(run: () => void): () => void {
  if (waiting.size === 0) stop = onceDrawn(runAll)
  // A function of its own: the same one may wait twice.
  const own = () => run()
  waiting.add(own)
  return () => {
    if (waiting.delete(own) && waiting.size === 0) stop()
  }
}

function runAll(): void {
  const all = [...waiting]
  waiting.clear()
  for (const run of all) run()
}

function onceDrawn(run: () => void): () => void {
  const ending = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(once)
    })
  })
  function end(): void {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    ending.abort()
  }
  function once(): void {
    end()
    run()
  }
  // Before the listeners that write down what is left of the visit.
  const first = { capture: true, signal: ending.signal }
  document.addEventListener('visibilitychange', once, first)
  window.addEventListener('pagehide', once, first)
  return end
}
