import { afterPaint } from '../platform/after-paint'

export interface Announcer {
  say(text: string): void
  close(): void
}

/**
 * A polite live region beside what is drawn in `container`. Screen readers only hear changes of a region they know,
 * so the words follow the region. https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/
 */
export function createAnnouncer(container: HTMLElement): Announcer {
  const region = document.createElement('div')
  region.className = 'sr'
  region.setAttribute('role', 'status')
  container.after(region)
  let cancel = () => {}
  return {
    say(text) {
      cancel()
      cancel = afterPaint(() => {
        region.textContent = text
      })
    },
    close() {
      cancel()
      region.remove()
    },
  }
}
