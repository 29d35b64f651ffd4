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
  const open = holes.filter((hole) => hole !== undefined)
  const paths = open.map(holePath).join('')
  const [shade, rim] = container.querySelectorAll('.spotlight path')
  if (rim?.getAttribute('d') !== paths) {
    // The window, and in it the holes the other way round: even-odd leaves them out.
    shade?.setAttribute('d', `M-9-9h99999v99999h-99999z${paths}`)
    rim?.setAttribute('d', paths)
  }
  const block = container.querySelector<HTMLElement>('.block')
  const [hole] = holes
  if (!block || !hole) return
  block.style.setProperty('translate', `${hole.x}px ${hole.y}px`)
  block.style.setProperty('width', `${hole.width}px`)
  block.style.setProperty('height', `${hole.height}px`)
}
