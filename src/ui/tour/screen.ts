import type { TourInput, TourView } from '../../core/tour-types'
import { focused, isField } from '../../platform/focus'
import { locate } from '../../platform/locate'
import type { Button, Step, Target } from '../../schema'
import type { TourHost } from '../host'
import { onAdvance } from './advance'
import { onTourKey, type TourKey } from './keyboard'
import { createStage, type StageOptions } from './stage'
import { buttonsOf } from './step-card'
import { shapeOf } from './step-frame'
import { watchTarget } from './target-watch'

/** A step that has to wait for the end of a text is tried again so much later. */
const TYPING_PAUSE_MS = 2000

interface ScreenOptions extends Pick<StageOptions, 'isBanner'> {
  send: (input: TourInput) => void
  press: (button: Button) => void
}

/** The page as a tour sees it: where targets are, what the user does, and the stage on which steps appear. */
export interface Screen {
  /** Clicks what opens the place of a target, unless the target is there already. */
  prepare(click: Target, unless: Target | undefined): void
  /** Looks for the target of the step to come, if it has one; what is found, late, gone or missing is sent. */
  look(step: Step, waitMs: number): void
  show(view: TourView): void
  clear(): void
  close(): void
}

export function createScreen<State>(host: TourHost<State>, { send, press, isBanner }: ScreenOptions): Screen {
  const stage = createStage(host, {
    onButton: (button) => ask(() => press(button)),
    onClose: (how) => send({ type: 'close', how }),
    isBanner,
  })
  let view: TourView | undefined
  let element: Element | undefined
  let unwatch = () => {}
  let unlisten = () => {}
  let pause: ReturnType<typeof setTimeout> | undefined
  let isAsked = false

  function onKey(key: TourKey): boolean {
    if (!view) return false
    if (key === 'switch') stage.switchFocus()
    // It stands beside what the user does, whose keys are not for it.
    else if (isBanner && !stage.isInside()) return false
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
    unlisten()
    unwatch = unlisten = () => {}
    view = element = undefined
  }

  /** Sends what brings a step to the screen; if that is a dialog, not in the middle of a text. */
  function bring(input: TourInput, isModal: boolean): void {
    clearTimeout(pause)
    if (isModal && !isAsked && isWriting()) {
      stage.hide()
      pause = setTimeout(() => bring(input, isModal), TYPING_PAUSE_MS)
    } else send(input)
  }

  return {
    prepare(click, unless) {
      const opener = unless !== undefined && locate(unless) ? undefined : locate(click)?.element
      // As `click()` does it, which is not there for what is drawn in SVG.
      opener?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }))
    },
    look(step, waitMs) {
      leave()
      const { target: tried } = step
      const found = (locatorIndex: number) =>
        bring({ type: 'targetFound', locatorIndex }, shapeOf({ step, centered: false }) === 'modal')
      if (tried === undefined) return found(0)
      unwatch = watchTarget(tried, waitMs, {
        found(it) {
          element = it.element
          found(it.index)
        },
        lost: () => send({ type: 'targetLost' }),
        waiting: () => stage.hide(),
        missing: () => bring({ type: 'targetMissing', tried }, step.missing === 'center'),
      })
    },
    show(shown) {
      if (shown.centered) leave()
      unlisten()
      view = shown
      stage.show(shown, element)
      const unkey = onTourKey(stage.root, element, host.dir, onKey)
      const unadvance = onAdvance(shown.step, element, (how) => send({ type: 'advance', how }))
      unlisten = () => {
        unkey()
        unadvance()
      }
    },
    clear() {
      leave()
      stage.hide()
    },
    close() {
      leave()
      stage.close()
    },
  }
}
