// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { type Adoption, createAdoption } from '../../../src/events/adoption'
import { readClick } from '../../../src/platform/click'
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
})

function notice(features: Feature[]): void {
  adoption = createAdoption({
    features,
    use: ({ id }) => used.push(id),
    matchesWhere: (where, properties) => where === undefined || properties.plan === 'pro',
    matchesPage: (pattern, url) => pattern === new URL(url).pathname,
    passesThrough: (_path, target) => typeof target === 'object' && 'text' in target,
  })
}

const feature = (id: string, on: Feature['on']): Feature => ({ id, name: id, on })
function click(element: Element): void {
  const url = `https://tandem.example${page}`
  const heard = (event: Event): void => adoption.onClick({ ...readClick(event, now), url })
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
    notice([
      feature('any', { event: 'Exported' }),
      feature('pro', { event: 'Exported', where: { plan: { is: 'pro' } } }),
    ])
    adoption.onEvent('Exported', { plan: 'free' }, now)
    adoption.onEvent('Imported', { plan: 'pro' }, now)
    expect(used).toEqual(['any'])
    adoption.onEvent('Exported', { plan: 'pro' }, now)
    expect(used).toEqual(['any', 'pro'])
  })

  it('counts at most once in 10 s', () => {
    notice([feature('export', { event: 'Exported' })])
    for (const at of [0, 1, 9999, 10_000, 19_999]) {
      adoption.onEvent('Exported', {}, now + at)
    }
    expect(used).toEqual(['export', 'export'])
  })
})

describe('a feature by click', () => {
  const rule = feature('export', { click: '[data-action=export]' })

  it('is used by a click on an icon inside the button', () => {
    notice([rule])
    const button = add('<button data-action="export"><svg><circle/></svg></button>')
    click(button.querySelector('circle') ?? button)
    expect(used).toEqual(['export'])
  })

  it('is used inside an open shadow root', () => {
    notice([rule])
    const root = add('<div></div>').attachShadow({ mode: 'open' })
    click(add('<button data-action="export"></button>', root))
    expect(used).toEqual(['export'])
  })

  it('is used by a click that removes what was clicked', () => {
    notice([rule])
    const button = add('<button data-action="export"></button>')
    button.addEventListener('click', () => button.remove())
    click(button)
    expect(used).toEqual(['export'])
  })

  it('is asked of the locators where it is no plain selector', () => {
    notice([feature('text', { click: { text: 'Export' } }), feature('path', { click: 'a >>> b' })])
    click(add('<button>Export</button>'))
    expect(used).toEqual(['text'])
  })

  it('is used only on its page', () => {
    notice([feature('export', { click: 'button', page: '/reports' })])
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
    notice([rule, feature('text', { click: { text: 'Export' } })])
    click(add(markup))
    expect(used).toEqual([])
  })

  it('is never read from under an ignored element', () => {
    notice([rule])
    const area = add('<div data-handrail-ignore><button data-action="export"></button></div>')
    click(area.firstElementChild ?? area)
    expect(used).toEqual([])
  })

  it('does nothing where the selector is none', () => {
    notice([feature('broken', { click: 'button[' })])
    click(add('<button></button>'))
    expect(used).toEqual([])
  })
})
