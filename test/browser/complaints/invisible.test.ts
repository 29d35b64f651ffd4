import { describe, expect, test } from 'vitest'
import type { Checklist } from '../../../src/schema'
import type { Situation } from './situation'
import { healed, useSituations } from './use-situations'

const situations = useSituations()

/** The tour prefers `#first`, and takes `#second` when nobody can see the first. */
const choice = (body: string, css = '', more: Partial<Situation> = {}): Situation => ({
  body: body.includes('id="second"') ? body : `${body}<button id="second">Second</button>`,
  css: `${css} #second { position: fixed; left: 50%; top: 60%; z-index: 9 }`,
  steps: [{ id: 'one', target: ['#first', '#second'], title: 'Here' }],
  ...more,
})

const FIRST = '<button id="first">First</button>'
const CURTAIN = '.curtain { position: fixed; inset: 0; background: #fff8; z-index: 1 }'
const FILL = 'position: absolute; inset: 0;'

/** Where it is, the page, its style, and a script of it. */
const invisible: [string, string, string?, string?][] = [
  ['without a box', '<span id="first"></span>'],
  ['with display: contents', FIRST, '#first { display: contents }'],
  ['with visibility: hidden', FIRST, '#first { visibility: hidden }'],
  ['inside what is transparent', `<div>${FIRST}</div>`, 'div { opacity: 0 }'],
  ['with hidden content', `<div>${FIRST}</div>`, 'div { content-visibility: hidden; height: 99px }'],
  ['in details that are closed', `<details><summary>More</summary>${FIRST}</details>`],
  ['in a part that is inert', `<div inert>${FIRST}</div>`],
  ['in a component that is inert', `<x-a inert><template shadowrootmode="open">${FIRST}</template></x-a>`],
  [
    'for screen readers only',
    FIRST,
    '#first { position: absolute; width: 1px; height: 1px; padding: 0; border: 0; overflow: hidden }',
  ],
  ['left of the page', FIRST, '#first { position: absolute; left: -9999px }'],
  ['above the page', FIRST, '#first { position: absolute; top: -99px }'],
  [
    'in a menu beside the window',
    `<nav>${FIRST}</nav>`,
    'nav { position: fixed; inset: 0 auto 0 0; width: 200px; transform: translateX(-100%) }',
  ],
  [
    'in a bar below the window',
    `<nav>${FIRST}</nav>`,
    'nav { position: fixed; inset: auto 0 0; transform: translateY(100%) }',
  ],
  ['in an accordion that is closed', `<div>${FIRST}</div>`, 'div { max-height: 0; overflow: hidden }'],
  [
    'in a grid row of no height',
    `<section><div>${FIRST}</div></section>`,
    'section { display: grid; grid-template-rows: 0fr } div { overflow: hidden; min-height: 0 }',
  ],
  [
    'on another slide of a carousel',
    `<div><i></i>${FIRST}</div>`,
    'div { display: flex; width: 300px; overflow: hidden } i { flex: none; width: 300px }',
  ],
  ['under a curtain', `<div class="curtain"></div>${FIRST}`, CURTAIN],
  [
    'under a curtain that a component draws',
    `<x-a><template shadowrootmode="open"><style nonce="of-the-host">${CURTAIN}</style><i class="curtain"></i></template></x-a>${FIRST}`,
  ],
  [
    'under a picture',
    `<section>${FIRST}<img alt="" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"></section>`,
    `section { position: relative; width: 99px } img { ${FILL} width: 100%; height: 100% }`,
  ],
  [
    'below the fold, under a curtain over the window',
    `<div class="curtain"></div><i></i>${FIRST}`,
    `${CURTAIN} i { display: block; height: 2000px }`,
  ],
  [
    'pinned under a banner',
    `<aside></aside>${FIRST}`,
    '#first { position: fixed; right: 9px; bottom: 9px } aside { position: fixed; inset: auto 0 0; height: 99px; background: #eee; z-index: 1 }',
  ],
  [
    'behind a modal dialog',
    `${FIRST}<dialog><p>Sure?</p><button id="second">Second</button></dialog>`,
    '#second { position: static }',
    `$('dialog').showModal()`,
  ],
]

describe('a target that nobody can see does not count', () => {
  test.each(invisible)('%s', async (_where, body, css, script = '') => {
    const page = await situations.open(choice(body, css, { script }))
    expect(await healed(page)).toEqual([1])
  })
})

const PART = `${FILL} background: #fff; z-index: 1;`

const visible: [string, string, string?, string?][] = [
  [
    'in part under something',
    `<section>${FIRST}<i></i></section>`,
    `section { position: relative } i { ${PART} left: 30px }`,
  ],
  [
    'under a link over its whole card',
    `<section><a href="/x"></a>${FIRST}</section>`,
    `section { position: relative } a { ${FILL} }`,
  ],
  [
    'under the transparent field of an upload',
    `<label>${FIRST}<input type="file"></label>`,
    `label { position: relative } input { ${FILL} opacity: 0 }`,
  ],
  [
    'dead to pointers',
    `<section>${FIRST}<i></i></section>`,
    `section { position: relative } #first { pointer-events: none } i { ${PART} z-index: -1 }`,
  ],
  [
    'under a sticky header, from which scrolling brings it out',
    `<header>Product</header>${FIRST}<i></i>`,
    'header { position: sticky; top: 0; height: 64px; background: #fff; z-index: 1 } #first { position: absolute; top: 9px } i { display: block; height: 2000px }',
  ],
  ['below the fold', `<i></i>${FIRST}`, 'i { display: block; height: 2000px }'],
  [
    'scrolled out inside a container',
    `<div><i></i>${FIRST}</div><footer>Foot</footer>`,
    'div { height: 200px; overflow: auto } i { display: block; height: 900px } footer { height: 500px; background: #eee }',
  ],
  [
    'right of what a table shows',
    `<div><i></i>${FIRST}</div>`,
    'div { width: 300px; display: flex; overflow-x: auto } i { flex: none; width: 900px }',
  ],
  [
    'placed outside of what hides its overflow',
    `<nav><div>${FIRST}</div></nav>`,
    'nav { position: relative } div { height: 20px; overflow: hidden } #first { position: absolute; top: 40px }',
  ],
  [
    'fixed, from inside what hides its overflow',
    `<div>${FIRST}</div>`,
    'div { height: 0; overflow: hidden } #first { position: fixed; top: 40px }',
  ],
  ['in an open dialog', `<dialog>${FIRST}</dialog>`, '', `$('dialog').showModal()`],
  [
    'put into a slot',
    `<x-a><template shadowrootmode="open"><section><slot></slot></section></template>${FIRST}</x-a>`,
  ],
  ['in a page that does not scroll', FIRST, 'html, body { height: 100%; overflow: hidden }'],
  [
    'at the start of a page from right to left',
    `<i></i>${FIRST}`,
    'html { direction: rtl } i { display: inline-block; width: 2000px }',
  ],
  ['under a launcher of ours', FIRST, '#first { position: fixed; right: 20px; bottom: 20px; width: 30px }'],
]

const LIST: Checklist = {
  id: 'list',
  title: 'List',
  open: false,
  items: [{ id: 'a', title: 'A', done: { event: 'Never' } }],
}

describe('a target that can be seen, after scrolling if need be, counts', () => {
  test.each(visible)('%s', async (_where, body, css, script = '') => {
    const page = await situations.open(choice(body, css, { script, config: { checklists: [LIST] } }))
    expect(await healed(page)).toEqual([])
  })
})
