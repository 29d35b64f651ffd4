import type { TourView } from '../../core/tour-types'
import { locate } from '../../platform/locate'
import { reveal } from '../../platform/scroll'
import type { Button as ButtonConfig } from '../../schema'
import { createAnnouncer } from '../announcer'
import { createFocusKeeper } from '../focus-keeper'
import type { TourHost } from '../host'
import { createMount } from '../mount'
import { anchor } from './anchor'
import { StepFrame, shapeOf } from './step-frame'
import { tourStyles } from './styles'

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
  const mount = createMount(host, tourStyles)
  const announcer = createAnnouncer(mount.container)
  const card = () => mount.container.querySelector<HTMLElement>('.step') ?? undefined
  const focus = createFocusKeeper(mount.root, card)
  let release = () => {}

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
    )
  }

  return {
    root: mount.root,
    show(view, element) {
      release()
      release = () => {}
      if (element) reveal(element)
      focus.redraw(() => draw(view, element))
      if (element) release = tie(view, element)
      announcer.say([view.step.title, view.step.body].map((text) => host.plain(text)).join('. '))
    },
    hide() {
      release()
      release = () => {}
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

  function tie({ step }: TourView, element: Element): () => void {
    const highlights = (step.highlight ?? []).flatMap((target) => locate(target)?.element ?? [])
    keepClearOfSheet(mount.container, element)
    return anchor(mount.container, { element, highlights, step, dir: host.dir })
  }
}

const Spotlight = () => (
  <svg class="spotlight fade" aria-hidden="true" key="spotlight">
    <path class="shade" fill-rule="evenodd" />
    <path class="rim" />
  </svg>
)

/** On a phone the sheet covers the bottom: the target is scrolled above it, or, if it cannot be, the sheet goes up. */
function keepClearOfSheet(container: HTMLElement, element: Element): void {
  const sheet = container.querySelector<HTMLElement>('.on-phone')
  if (!sheet) return
  reveal(element, sheet.offsetHeight)
  const { bottom, top } = element.getBoundingClientRect()
  const free = document.documentElement.clientHeight - sheet.offsetHeight
  sheet.dataset.edge = bottom > free && top > sheet.offsetHeight ? 'top' : 'bottom'
}
