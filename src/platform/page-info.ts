/** The page as Segment's `context.page` describes it. */
export interface PageInfo {
  url: string
  path: string
  title: string
  referrer: string
}

export const readUrl = (): string => location.href
export const readTitle = (): string => document.title

/** `cameFrom` is the page before, where the same document showed it. */
export const readPage = (cameFrom: string | undefined): PageInfo => ({
  url: location.href,
  path: location.pathname,
  title: document.title,
  referrer: cameFrom ?? document.referrer,
})

/** What does not change while a document lives. */
export const readDevice = (): {
  locale: string
  timezone: string
  screen: { width: number; height: number }
} => ({
  locale: navigator.language,
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  screen: { width: screen.width, height: screen.height },
})
