import type { TourView } from '../../core/tour-types'
import { onTarget } from '../../platform/observe-target'
import { reveal } from '../../platform/scroll'
import { setAside } from '../../platform/top-layer'
import type { Button as ButtonConfig, Target } from '../../schema'
import { createAnnouncer } from '../announcer'
import { createFocusKeeper } from '../focus-keeper'
import type { TourHost } from '../host'
import { createMount, createStyleSheet } from '../mount'
import { createAnchor } from './anchor'
import { blockUse } from './block'
import { Spotlight } from './spotlight'
import { StepFrame, shapeOf } from './step-frame'
import { tourStyles } from './styles'

const styleSheet = createStyleSheet(tourStyles)
/** The tooltip becomes a sheet at the bottom below this width. */
const PHONE = '(max-width: 479px)'

export interface StageOptions {
  onButton: (button: ButtonConfig) => void
  onClose: (how: 'close' | 'escape') => void
  /** It stands beside what interrupts, and behind it. */
  isBanner: boolean
}

/** Where the steps of one tour are seen. */
export interface Stage {
  root: HTMLElement
  show(view: TourView, element: Element | undefined): void
  /** Nothing is seen until the next `show`. */
  hide(): void
  /** F6: to the step, or back to where the user was. */
  switchFocus(): void
  /** The focus is in the step. */
  isInside(): boolean
  close(): void
}

export function createStage<State>(
  host: TourHost<State>,
  { onButton, onClose, isBanner }: StageOptions,
): Stage {
  const mount = createMount(host, styleSheet)
  if (isBanner) setAside(mount.root, 1)
  const announcer = createAnnouncer(mount.container)
  const card = () => mount.container.querySelector<HTMLElement>('.step') ?? undefined
  const focus = createFocusKeeper(mount.root, card)
  let release = nothing
  let shown: string | undefined
  const phone = matchMedia(PHONE)
  // The device was turned, or the window made narrow.
  const turned = () => again()
  let again = nothing
  phone.addEventListener('change', turned)

  /** The card stays from step to step, but each is read from its beginning. */
  function toBeginning(): void {
    const scroller = mount.container.querySelector('.scroll')
    if (scroller && scroller.scrollTop > 0) scroller.scrollTop = 0
  }

  function draw(view: TourView | undefined, element: Element | undefined): void {
    const spotlit = element && view && shapeOf(view) !== 'modal'
    mount.paint(
      <>
        {spotlit && <Spotlight isSeen={view.step.spotlight ?? true} />}
        {spotlit && view.step.block && <div class="block" />}
        {view && (
          <StepFrame
            host={host}
            view={view}
            sheet={phone.matches}
            onButton={onButton}
            onClose={() => onClose('close')}
            onCancel={() => onClose('escape')}
          />
        )}
      </>,
      element,
    )
  }

  const stage: Stage = {
    root: mount.root,
    show(view, element) {
      // Of a target that the host draws anew the user sees nothing: no scrolling, no arrival, no word, the focus stays.
      // A rehearsal is nothing new to anybody: it must not scroll or be read aloud.
      const isNew = view.step.id !== shown && !host.isRehearsal
      shown = view.step.id
      again = () => stage.show(view, element)
      release()
      if (element && isNew) reveal(element)
      const highlights = findAll(element ? (view.step.highlight ?? []) : [], () => again())
      const anchor =
        element &&
        createAnchor({ element, highlights: highlights.elements, step: view.step, dir: host.dir, isNew })
      const drawAll = () => {
        draw(view, element)
        anchor?.light(mount.container)
      }
      if (isNew) {
        toBeginning()
        focus.redraw(drawAll)
      } else drawAll()
      const cleanups = [
        anchor?.tie(mount.container),
        highlights.stop,
        element && view.step.block && shapeOf(view) !== 'modal' && blockUse(element),
      ]
      release = () => {
        for (const cleanup of cleanups) if (cleanup) cleanup()
      }
      // Last, because what is written later must not be in the way of what is read later.
      if (isNew) announcer.say(wordsOf(host, view))
    },
    hide() {
      shown = undefined
      again = nothing
      release()
      release = nothing
      focus.giveBack(() => draw(undefined, undefined))
    },
    switchFocus: focus.toggle,
    isInside: focus.isInside,
    close() {
      phone.removeEventListener('change', turned)
      release()
      focus.giveBack(() => {
        announcer.close()
        mount.close()
      })
    },
  }
  return stage
}

/** The elements that these targets are now; `changed` runs when one of them has come, gone or been drawn anew. */
function findAll(targets: readonly Target[], changed: () => void): { elements: Element[]; stop: () => void } {
  const elements: Element[] = []
  let isLooking = true
  const cleanups = targets.map((target) =>
    onTarget(target, (found) => {
      if (!isLooking) changed()
      else if (found) elements.push(found.element)
    }),
  )
  isLooking = false
  return {
    elements,
    stop: () => {
      for (const cleanup of cleanups) cleanup()
    },
  }
}

const nothing = () => {}

/** What a step says, as it is read aloud. */
const wordsOf = <State,>(host: TourHost<State>, { step: { title, body } }: TourView): string =>
  [host.plain(title), host.read(body)].filter(Boolean).join('. ')
