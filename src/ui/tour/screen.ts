import type { TourInput, TourView } from '../../core/tour-types'
import { focused, isField } from '../../platform/focus'
import { locate } from '../../platform/locate'
import type { Button, Target } from '../../schema'
import type { TourHost } from '../host'
import { onAdvance } from './advance'
import { onTourKey, type TourKey } from './keyboard'
import { createStage } from './stage'
import { buttonsOf } from './step-card'
import { shapeOf } from './step-frame'
import { watchTarget } from './target-watch'

/** A step that has to wait for the end of a text is tried again so much later. */
const TYPING_PAUSE_MS = 2000

interface ScreenOptions {
  send: (input: TourInput) => void
  /** Runs something outside of `send`, and ends the tour when it throws. */
  attempt: (run: () => void) => void
  press: (button: Button) => void
}

/** The page as a tour sees it: where targets are, what the user does, and the stage on which steps appear. */
export interface Screen {
  /** Clicks what opens the place of a target, unless the target is there already. */
  prepare(click: Target, unless: Target | undefined): void
  /** Looks for the target of the step to come; what is found, late, gone or missing is sent. */
  look(target: Target, waitMs: number): void
  show(view: TourView): void
  clear(): void
  close(): void
}

export function createScreen<State>(host: TourHost<State>, { send, attempt, press }: ScreenOptions): Screen {
  const stage = createStage(host, {
    onButton: (button) => ask(() => press(button)),
    onClose: (how) => send({ type: 'close', how }),
  })
  let view: TourView | undefined
  let element: Element | undefined
  let unwatch = () => {}
  let unadvance = () => {}
  let pause: ReturnType<typeof setTimeout> | undefined
  let isAsked = false
  const unkey = onTourKey(stage.root, host.dir, onKey)

  function onKey(key: TourKey): boolean {
    if (!view) return false
    if (key === 'switch') stage.switchFocus()
    else if (key === 'escape') send({ type: 'close', how: 'escape' })
    else if (!isOffered(view, key)) return false
    else ask(() => send(key === 'next' ? { type: 'next', how: 'key' } : { type: 'back' }))
    return true
  }

  /** The user goes on by themselves: what comes at once is no interruption. */
  function ask(act: () => void): void {
    isAsked = true
    act()
    isAsked = false
  }

  const isOffered = (shown: TourView, key: 'next' | 'back') =>
    buttonsOf(host, shown).some(({ do: action = 'next', goto }) => action === key && goto === undefined)

  /** In a field of the host: a dialog would take the focus out of it. */
  const isWriting = () => host.isTyping() && isField(focused())

  function leave(): void {
    clearTimeout(pause)
    unwatch()
    unadvance()
    unwatch = unadvance = () => {}
    view = element = undefined
  }

  function show(shown: TourView): void {
    if (shown.centered || shown.step.target === undefined) leave()
    unadvance()
    clearTimeout(pause)
    if (shapeOf(shown) === 'modal' && !isAsked && isWriting()) {
      view = undefined
      stage.hide()
      pause = setTimeout(() => attempt(() => show(shown)), TYPING_PAUSE_MS)
      return
    }
    view = shown
    stage.show(shown, element)
    unadvance = onAdvance(shown.step, element, (how) => send({ type: 'advance', how }))
  }

  return {
    prepare(click, unless) {
      const opener = unless !== undefined && locate(unless) ? undefined : locate(click)?.element
      // As `click()` does it, which is not there for what is drawn in SVG.
      opener?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }))
    },
    look(target, waitMs) {
      leave()
      unwatch = watchTarget(target, waitMs, {
        found(found) {
          element = found.element
          send({ type: 'targetFound', locatorIndex: found.index })
        },
        lost: () => send({ type: 'targetLost' }),
        waiting: () => stage.hide(),
        missing: () => send({ type: 'targetMissing', tried: target }),
      })
    },
    show,
    clear() {
      leave()
      stage.hide()
    },
    close() {
      leave()
      unkey()
      stage.close()
    },
  }
}
