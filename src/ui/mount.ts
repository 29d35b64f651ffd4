import { type ComponentChild, render } from 'preact'
import { keepInside } from '../platform/keep-inside'
import { keepOnTop, type OnTop } from '../platform/top-layer'
import { giveWay, takeBack } from './give-way'
import type { GuideHost } from './host'
import { baseStyles } from './styles/base'
import { themeStyles } from './theme'

/** Where a surface is drawn: an element of its own, with everything inside an open shadow root. */
export interface Mount {
  /** The only thing that stands in the host's document. */
  root: HTMLElement
  /** Holds what `paint` draws. */
  container: HTMLElement
  /**
   * Draws at once, in the top layer, and in the host's dialog or menu around `beside`. A `<dialog>` in it is opened as a
   * modal one.
   */
  paint(view: ComponentChild, beside?: Element): void
  /** Takes everything away; the host's document is as it was. */
  close(): void
}

/** A constructed sheet needs neither an inline style nor a nonce; made with its chunk, it is parsed once for all surfaces. */
export function createStyleSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

const baseSheet = createStyleSheet(baseStyles)

let theme: { css: string; sheet: CSSStyleSheet } | undefined

/** Made once, as long as the page keeps its colour scheme. */
function themeSheet(css: string): CSSStyleSheet {
  if (theme?.css !== css) theme = { css, sheet: createStyleSheet(css) }
  return theme.sheet
}

type Looks = Pick<GuideHost, 'theme' | 'dir' | 'locale'>

/** An element that nothing of the host's style reaches, and a place to draw in it. It is nowhere in the document yet. */
export function createRoot(host: Looks, sheet: CSSStyleSheet): Pick<Mount, 'root' | 'container'> {
  const root = document.createElement('handrail-root')
  const shadow = root.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [baseSheet, sheet, themeSheet(themeStyles(host.theme))]
  const container = document.createElement('div')
  container.className = 'handrail'
  container.dir = host.dir
  container.lang = host.locale
  shadow.append(container)
  return { root, container }
}

/**
 * How much larger a pixel is around the root than in the window, where positions are measured: the one thing of the host
 * that no `all: initial` undoes. https://drafts.csswg.org/css-viewport/#dom-element-currentcsszoom
 */
const zoomAround = (root: HTMLElement): number => (root.parentElement ?? document.body).currentCSSZoom ?? 1

/** A place for one surface. `sheet` holds the styles of its kind. */
export function createMount<State>(host: GuideHost<State>, sheet: CSSStyleSheet): Mount {
  const surface = createRoot(host, sheet)
  const { root, container } = surface
  root.popover = 'manual'
  if (host.isRehearsal) root.style.setProperty('visibility', 'hidden')
  const letOut = keepInside(root)
  let onTop: OnTop | undefined
  return {
    ...surface,
    paint(view, beside) {
      container.style.setProperty('zoom', String(1 / zoomAround(root)))
      render(view, container)
      onTop ??= keepOnTop(root)
      // The host may just have taken away the dialog that we were in.
      onTop.place(beside)
      // The browser's own modality: the rest of the page is inert without a change to it, and Tab stays inside.
      const dialog = container.querySelector<HTMLDialogElement>('dialog:not([open])')
      dialog?.showModal()
      // As a whole, so that it is read from its title on and no button is marked before the user asks for one.
      dialog?.focus({ preventScroll: true })
      giveWay(surface)
    },
    close() {
      onTop?.stop()
      letOut()
      root.remove()
      render(null, container)
      takeBack(surface)
    },
  }
}
