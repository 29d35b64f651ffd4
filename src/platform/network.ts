import { listen } from './visibility'

/** The browser believes that it has a network again. A hint: it says nothing about the collector. */
export const onOnline = (heard: () => void): (() => void) => listen(window, 'online', heard)

/** The user has come back to this window, which may have been visible all the time. */
export const onFocus = (heard: () => void): (() => void) => listen(window, 'focus', heard)
