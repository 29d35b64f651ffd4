import { clippersOf, type Hole, holeAround, holePath, visibleRect } from './highlight'

/** Where targets are, as far as their scrollers show them, in pixels of the window; and the light on each of them. */
export interface Sight {
  rects: readonly DOMRect[]
  holes: readonly (Hole | undefined)[]
}

/** Looks where these elements are now. Only reads layout. */
export function createSight(elements: readonly Element[]): () => Sight {
  const clippers = elements.map(clippersOf)
  return () => {
    const rects = elements.map((element, index) => visibleRect(element, clippers[index] ?? []))
    return {
      rects,
      holes: rects.map((rect, index) => elements[index] && holeAround(rect, elements[index])),
    }
  }
}

/** Lets the light in `container` through these holes, and puts the block over the first. Only writes. */
export function drawLight(container: HTMLElement, holes: Sight['holes']): void {
  const [target = '', ...highlights] = holes.map((hole) => hole && holePath(hole))
  const others = highlights.join('')
  const [mask, shade, rim] = container.querySelectorAll('.spotlight path')
  if (rim?.getAttribute('d') !== target + others) {
    mask?.setAttribute('d', others)
    // The window, and in it the hole: even-odd leaves it out.
    shade?.setAttribute('d', `M-9-9h99999v99999h-99999z${target}`)
    shade?.setAttribute('mask', others ? 'url(#others)' : 'none')
    rim?.setAttribute('d', target + others)
  }
  const block = container.querySelector<HTMLElement>('.block')
  const [hole] = holes
  if (!block || !hole) return
  block.style.setProperty('translate', `${hole.x}px ${hole.y}px`)
  block.style.setProperty('width', `${hole.width}px`)
  block.style.setProperty('height', `${hole.height}px`)
}
