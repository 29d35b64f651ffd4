import { listen } from './visibility'

/** The browser believes that it has a network again. A hint: it says nothing about the collector. */
export const onOnline = (heard: () => void): (() => void) => listen(window, 'online', heard)
