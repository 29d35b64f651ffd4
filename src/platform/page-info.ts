/** The page as Segment's `context.page` describes it. */
export interface PageInfo {
  url: string
  path: string
  title: string
  referrer: string
}

export const readUrl = (): string => location.href

/** `referrer` is where the user came from, when that was this same document. */
export const readPage = (referrer: string = document.referrer): PageInfo => ({
  url: location.href,
  path: location.pathname,
  title: document.title,
  referrer,
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
