const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/** Moves the focus from one row's link to the next one's, when the focus is on such a link. */
export function moveBetweenRows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = STEPS[event.key]
  const links = [...event.currentTarget.querySelectorAll('a')].filter(
    (link) => link.dataset.rowLink !== undefined,
  )
  const at = event.target instanceof HTMLAnchorElement ? links.indexOf(event.target) : -1
  if (step === undefined || at < 0) return
  event.preventDefault()
  links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus()
}
