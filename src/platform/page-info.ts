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
export const readDevice = (): { locale: string; screen: { width: number; height: number } } => ({
  locale: navigator.language,
  screen: { width: screen.width, height: screen.height },
})

let timezone: string | undefined

/** IANA name of the time zone. The first look at `Intl` costs some 15 ms: see `readTimezoneWhenIdle`. */
export const readTimezone = (): string => (timezone ??= Intl.DateTimeFormat().resolvedOptions().timeZone)

/** Asks for the time zone when the page has nothing else to do, so that no request waits for it. Returns the cleanup. */
export function readTimezoneWhenIdle(): () => void {
  const idle = window.requestIdleCallback?.(readTimezone)
  return () => {
    if (idle !== undefined) cancelIdleCallback(idle)
  }
}
