import type { Hands } from './scene'

const ROOT = 'handrail-root'
/** Tooltips follow in the frame after, so that one frame without movement says little. */
const STILL_FRAMES = 3

/** The hands of somebody who uses the guides of this page as soon as there is something to use. */
export const hands: Hands = {
  click: (selector) => once(selector, (element) => element.click()),
  write: (selector, text) =>
    once(selector, (element) => {
      if (!(element instanceof HTMLTextAreaElement)) throw new TypeError(`${selector} is no text field`)
      element.value = text
      element.dispatchEvent(new Event('input', { bubbles: true }))
    }),
  openDialog: () => document.querySelector('dialog')?.showModal(),
}

/** Resolves when no guide moves any more, and their pictures have come or not. */
export async function stillness(): Promise<void> {
  await pictures()
  for (let last = '', same = 0; same < STILL_FRAMES; ) {
    await frame()
    const now = places()
    same = now === last ? same + 1 : 0
    last = now
  }
  const running = roots().flatMap((root) => root.getAnimations())
  await Promise.allSettled(running.map(({ finished }) => finished))
}

const roots = () => [...document.querySelectorAll(ROOT)].flatMap(({ shadowRoot }) => shadowRoot ?? [])

const find = (selector: string) =>
  roots().flatMap((root) => root.querySelector<HTMLElement>(selector) ?? [])[0]

/** Acts on the first match, frame by frame looked for: guides change in the frame after an act, if they do. */
async function once(selector: string, act: (element: HTMLElement) => void): Promise<void> {
  const deadlineMs = performance.now() + 5000
  for (let element = find(selector); ; element = find(selector)) {
    if (element) return act(element)
    if (performance.now() > deadlineMs) throw new Error(`no guide of this page has ${selector}`)
    await frame()
  }
}

const places = () =>
  JSON.stringify(
    roots().flatMap((root) =>
      [...root.querySelectorAll('.card')].map((card) => card.getBoundingClientRect()),
    ),
  )

async function pictures(): Promise<void> {
  const images = roots().flatMap((root) => [...root.querySelectorAll('img')])
  for (const image of images) while (!image.complete) await frame()
}

const frame = () => new Promise(requestAnimationFrame)
