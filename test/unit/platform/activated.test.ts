// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { onceActivated } from '../../../src/platform/environment'

// A page under automation is never prerendered, so the property and its event are given here.
const prerender = (prerendering: boolean) =>
  Object.defineProperty(document, 'prerendering', { value: prerendering, configurable: true })
const activate = () => {
  prerender(false)
  document.dispatchEvent(new Event('prerenderingchange'))
}
afterEach(() => void Reflect.deleteProperty(document, 'prerendering'))

it('runs at once on a page that the user sees', () => {
  const run = vi.fn()
  onceActivated(run)
  expect(run).toHaveBeenCalledOnce()
})

it('waits until a prerendered page is shown, and runs once', () => {
  prerender(true)
  const run = vi.fn()
  onceActivated(run)
  expect(run).not.toHaveBeenCalled()
  activate()
  activate()
  expect(run).toHaveBeenCalledOnce()
})

it('never runs on a prerendered page that was given up', () => {
  prerender(true)
  const run = vi.fn()
  onceActivated(run)()
  activate()
  expect(run).not.toHaveBeenCalled()
})
