import { listen } from './visibility'

/** A user who has changed no text for so long is not typing. */
export const TYPING_PAUSE_MS = 2000
const INPUTS = 'pointerdown pointermove keydown wheel touchmove'

/** What the user does with the page, as far as time is concerned. Times in ms since the epoch. */
export interface Activity {
  /** True within `TYPING_PAUSE_MS` of a change the user made to a text. */
  isTyping(now: number): boolean
  destroy(): void
}

/** Listens, without ever delaying the page, to input on the whole window; `onInput` runs at each. */
export function createActivity(now: () => number, onInput: (at: number) => void = () => {}): Activity {
  const passive = { capture: true, passive: true }
  let typedAt = 0
  // Only text changes are InputEvents; a ticked box is a plain Event of the same name.
  const typed = (event: Event): void => {
    if ('inputType' in event) typedAt = now()
  }
  // A frame keeps its events to itself, and many editors are frames: the one with the focus is listened to as well.
  let leaveFrame = (): void => {}
  function enterFrame(): void {
    leaveFrame()
    const { contentDocument } = (document.activeElement ?? {}) as Partial<HTMLIFrameElement>
    if (contentDocument) leaveFrame = listen(contentDocument, 'input', typed, passive)
  }
  const cleanups = [
    listen(window, INPUTS, () => onInput(now()), passive),
    listen(window, 'input', typed, passive),
    listen(window, 'blur', enterFrame),
    () => leaveFrame(),
  ]
  return {
    isTyping: (at) => Math.abs(at - typedAt) < TYPING_PAUSE_MS,
    destroy() {
      for (const cleanup of cleanups) cleanup()
    },
  }
}
