import type { TourView } from '../../core/tour-types'
import { locate } from '../../platform/locate'
import { reveal } from '../../platform/scroll'
import type { Button as ButtonConfig } from '../../schema'
import { createAnnouncer } from '../announcer'
import { createFocusKeeper } from '../focus-keeper'
import type { TourHost } from '../host'
import { createMount, createStyleSheet } from '../mount'
import { createAnchor } from './anchor'
import { StepFrame, shapeOf } from './step-frame'
import { tourStyles } from './styles'

const styleSheet = createStyleSheet(tourStyles)
/** The tooltip becomes a sheet at the bottom below this width. */
const PHONE = '(max-width: 479px)'

interface StageOptions {
  onButton: (button: ButtonConfig) => void
  onClose: (how: 'close' | 'escape') => void
}

/** Where the steps of one tour are seen. */
export interface Stage {
  root: HTMLElement
  show(view: TourView, element: Element | undefined): void
  /** Nothing is seen until the next `show`. */
  hide(): void
  /** F6: to the step, or back to where the user was. */
  switchFocus(): void
  close(): void
}

export function createStage<State>(host: TourHost<State>, { onButton, onClose }: StageOptions): Stage {
  const mount = createMount(host, styleSheet)
  const announcer = createAnnouncer(mount.container)
  const card = () => mount.container.querySelector<HTMLElement>('.step') ?? undefined
  const focus = createFocusKeeper(mount.root, card)
  let release = nothing
  let shown: string | undefined

  /** The card stays from step to step, but each is read from its beginning. */
  function turnTo(step: string): void {
    const scroller = mount.container.querySelector('.scroll')
    if (scroller && step !== shown && scroller.scrollTop > 0) scroller.scrollTop = 0
    shown = step
  }

  function draw(view: TourView | undefined, element: Element | undefined): void {
    const spotlit = element && view && shapeOf(view) !== 'modal'
    mount.paint(
      <>
        {spotlit && (view.step.spotlight ?? true) && <Spotlight />}
        {spotlit && view.step.block && <div class="block" />}
        {view && (
          <StepFrame
            host={host}
            view={view}
            sheet={matchMedia(PHONE).matches}
            onButton={onButton}
            onClose={() => onClose('close')}
            onCancel={() => onClose('escape')}
          />
        )}
      </>,
      element,
    )
  }

  return {
    root: mount.root,
    show(view, element) {
      release()
      if (element) reveal(element)
      const anchor = element && anchorTo(view, element)
      focus.redraw(() => {
        turnTo(view.step.id)
        draw(view, element)
        anchor?.light(mount.container)
      })
      release = anchor?.tie(mount.container) ?? nothing
      announcer.say(wordsOf(host, view))
    },
    hide() {
      release()
      release = nothing
      focus.giveBack(() => draw(undefined, undefined))
    },
    switchFocus: focus.toggle,
    close() {
      release()
      focus.giveBack(() => {
        announcer.close()
        mount.close()
      })
    },
  }

  function anchorTo({ step }: TourView, element: Element) {
    const highlights = (step.highlight ?? []).flatMap((target) => locate(target)?.element ?? [])
    return createAnchor({ element, highlights, step, dir: host.dir })
  }
}

const nothing = () => {}

/** What a step says, as it is read aloud. */
const wordsOf = <State,>(host: TourHost<State>, { step: { title, body } }: TourView): string =>
  [host.plain(title), host.read(body)].filter(Boolean).join('. ')

const Spotlight = () => (
  <svg class="spotlight fade" aria-hidden="true" key="spotlight">
    <path class="shade" fill-rule="evenodd" />
    <path class="rim" />
  </svg>
)
