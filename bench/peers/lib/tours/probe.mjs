/**
 * Runs in the page. `window.__measure(act, title)` calls `act` and resolves to ms until the popover with this title was on
 * screen (`firstMs`), and until it was opaque and at rest (`settledMs`); null when that never came.
 */
export function installProbe([selector, host]) {
  const capMs = 8000
  const stillFrames = 12

  function candidates() {
    const roots = host ? [...document.querySelectorAll(host)].map((element) => element.shadowRoot) : []
    return [document, ...roots].flatMap((root) => (root ? [...root.querySelectorAll(selector)] : []))
  }

  function opacityOf(element) {
    let opacity = 1
    for (
      let at = element;
      at && at !== document.documentElement;
      at = at.parentElement ?? at.getRootNode().host
    ) {
      const style = getComputedStyle(at)
      if (style.display === 'none' || (at === element && style.visibility === 'hidden')) return 0
      opacity *= Number(style.opacity)
    }
    return opacity
  }

  /** Where the popover with this title is, when anything of it can be seen. */
  function look(title) {
    for (const element of candidates()) {
      if (!element.textContent.includes(title)) continue
      const { x, y, width, height, right, bottom } = element.getBoundingClientRect()
      if (width < 2 || height < 2 || bottom < 0 || y > innerHeight || right < 0 || x > innerWidth) continue
      const opacity = opacityOf(element)
      if (opacity > 0.05) return { opacity, x, y, width, height }
    }
    return null
  }

  function watchLongTasks() {
    const durations = []
    const take = (entries) => durations.push(...entries.map(({ duration }) => duration))
    const observer = new PerformanceObserver((list) => take(list.getEntries()))
    observer.observe({ type: 'longtask' })
    return () => {
      take(observer.takeRecords())
      observer.disconnect()
      return durations.reduce((sum, duration) => sum + duration - 50, 0)
    }
  }

  window.__measure = (act, title) =>
    new Promise((resolve) => {
      const endLongTasks = watchLongTasks()
      let firstMs = null
      let restingMs = null
      let seen = false
      let still = 0
      let place = ''
      const startedAt = performance.now()
      const finish = () => {
        const settledMs = still >= stillFrames ? Math.max(restingMs, firstMs) : null
        setTimeout(() => resolve({ firstMs, settledMs, syncMs, blockingMs: endLongTasks() }), 60)
      }
      const onFrame = () => {
        const ms = performance.now() - startedAt
        if (ms > capMs) return finish()
        // The frame after the one in which it was found: that one has been presented.
        if (seen) firstMs ??= ms
        const found = look(title)
        seen ||= found !== null
        const now = found ? [found.x, found.y, found.width, found.height].map(Math.round).join() : ''
        const isStill = found !== null && found.opacity > 0.98 && now === place
        still = isStill ? still + 1 : 0
        if (!isStill) restingMs = ms
        place = now
        if (still >= stillFrames && firstMs !== null) return finish()
        requestAnimationFrame(onFrame)
      }
      act()
      const syncMs = performance.now() - startedAt
      requestAnimationFrame(onFrame)
    })

  /** Whether the popover is really on top where it stands, and not covered or clipped. */
  window.__isOnTop = (title) => {
    const found = look(title)
    if (!found) return false
    const at = [found.x + found.width / 2, found.y + found.height / 2]
    let top = document.elementFromPoint(...at)
    while (top?.shadowRoot) {
      const inner = top.shadowRoot.elementFromPoint(...at)
      if (!inner || inner === top) break
      top = inner
    }
    return candidates().some((element) => element.contains(top))
  }
}
