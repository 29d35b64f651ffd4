export interface AutoPage {
  /** The user has come to another page. */
  arrive(): void
  /** The host has sent a page event itself. */
  replace(): void
  /** Sends now what is put off: the page may be ending. */
  settle(): void
}

/**
 * Puts the automatic page event off to a task of its own, and drops it when the host sends one in the task of the
 * arrival, before or after: routers name their pages there, and the snippet replays its calls right after the start.
 */
export function createAutoPage(send: () => void): AutoPage {
  let timer: ReturnType<typeof setTimeout> | undefined
  let arrived = false
  let replaced = false

  function settle(): void {
    clearTimeout(timer)
    timer = undefined
    const due = arrived && !replaced
    arrived = replaced = false
    if (due) send()
  }
  return {
    arrive() {
      arrived = true
      timer ??= setTimeout(settle)
    },
    replace() {
      replaced = true
      timer ??= setTimeout(settle)
    },
    settle,
  }
}
