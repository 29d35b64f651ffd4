// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { type Adoption, createAdoption } from '../../../src/events/adoption'
import type { Feature } from '../../../src/schema'

let now: number
let used: string[]
let adoption: Adoption
let page: string

beforeEach(() => {
  document.body.replaceChildren()
  now = 1_000_000
  used = []
  page = '/reports'
  adoption = createAdoption({
    now: () => now,
    use: ({ id }) => used.push(id),
    matchesWhere: (where, properties) => where === undefined || properties.plan === 'pro',
    matchesPage: (pattern) => pattern === page,
    passesThrough: (_path, target) => typeof target === 'object' && 'text' in target,
  })
})

const feature = (id: string, on: Feature['on']): Feature => ({ id, name: id, on })
/** Clicks, with the listener on the window in the capture phase as the tracker has it. */
function click(element: Element): void {
  const heard = (event: Event): void => adoption.onClick(event)
  window.addEventListener('click', heard, { capture: true })
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))
  window.removeEventListener('click', heard, { capture: true })
}
function add(markup: string, into: Element | ShadowRoot = document.body): Element {
  const template = document.createElement('template')
  template.innerHTML = markup
  into.append(template.content)
  const added = into.lastElementChild
  if (!added) throw new Error(`no element in ${markup}`)
  return added
}

describe('a feature by event', () => {
  it('is used when the event happens with properties that match', () => {
    adoption.setFeatures([
      feature('any', { event: 'Exported' }),
      feature('pro', { event: 'Exported', where: { plan: { is: 'pro' } } }),
    ])
    adoption.onEvent('Exported', { plan: 'free' })
    adoption.onEvent('Imported', { plan: 'pro' })
    expect(used).toEqual(['any'])
    adoption.onEvent('Exported', { plan: 'pro' })
    expect(used).toEqual(['any', 'pro'])
  })

  it('counts at most once in 10 s', () => {
    adoption.setFeatures([feature('export', { event: 'Exported' })])
    for (const at of [0, 1, 9999, 10_000, 19_999]) {
      now = 1_000_000 + at
      adoption.onEvent('Exported', {})
    }
    expect(used).toEqual(['export', 'export'])
  })
})

describe('a feature by click', () => {
  const rule = feature('export', { click: '[data-action=export]' })

  it('is used by a click on an icon inside the button', () => {
    adoption.setFeatures([rule])
    const button = add('<button data-action="export"><svg><circle/></svg></button>')
    click(button.querySelector('circle') ?? button)
    expect(used).toEqual(['export'])
  })

  it('is used inside an open shadow root', () => {
    adoption.setFeatures([rule])
    const root = add('<div></div>').attachShadow({ mode: 'open' })
    click(add('<button data-action="export"></button>', root))
    expect(used).toEqual(['export'])
  })

  it('is used by a click that removes what was clicked', () => {
    adoption.setFeatures([rule])
    const button = add('<button data-action="export"></button>')
    button.addEventListener('click', () => button.remove())
    click(button)
    expect(used).toEqual(['export'])
  })

  it('is asked of the locators where it is no plain selector', () => {
    adoption.setFeatures([
      feature('text', { click: { text: 'Export' } }),
      feature('path', { click: 'a >>> b' }),
    ])
    click(add('<button>Export</button>'))
    expect(used).toEqual(['text'])
  })

  it('is used only on its page', () => {
    adoption.setFeatures([feature('export', { click: 'button', page: '/reports' })])
    page = '/team'
    click(add('<button></button>'))
    expect(used).toEqual([])
    page = '/reports'
    click(add('<button></button>'))
    expect(used).toEqual(['export'])
  })

  it.each([
    ['a password field', '<input type="password" data-action="export">'],
    ['an ignored element', '<button data-handrail-ignore data-action="export"></button>'],
  ])('is never read from %s', (_name, markup) => {
    adoption.setFeatures([rule, feature('text', { click: { text: 'Export' } })])
    click(add(markup))
    expect(used).toEqual([])
  })

  it('is never read from under an ignored element', () => {
    adoption.setFeatures([rule])
    const area = add('<div data-handrail-ignore><button data-action="export"></button></div>')
    click(area.firstElementChild ?? area)
    expect(used).toEqual([])
  })

  it('does nothing where the selector is none', () => {
    adoption.setFeatures([feature('broken', { click: 'button[' })])
    click(add('<button></button>'))
    expect(used).toEqual([])
  })
})
