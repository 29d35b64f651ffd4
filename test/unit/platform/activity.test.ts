// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { createActivity } from '../../../src/platform/activity'

let now = 1_000_000

it('knows when the user did something, and whether they type', () => {
  const heard: number[] = []
  const activity = createActivity(
    () => now,
    (at) => heard.push(at),
  )
  expect(activity.isTyping(now)).toBe(false)
  window.dispatchEvent(new Event('pointerdown'))
  now += 100
  document.body.dispatchEvent(new Event('keydown', { bubbles: true }))
  expect(heard).toEqual([1_000_000, 1_000_100])

  document.body.dispatchEvent(new Event('input', { bubbles: true })) // a ticked box
  expect(activity.isTyping(now)).toBe(false)
  document.body.dispatchEvent(new InputEvent('input', { bubbles: true }))
  expect([activity.isTyping(now), activity.isTyping(now + 1999), activity.isTyping(now + 2000)]).toEqual([
    true,
    true,
    false,
  ])

  activity.destroy()
  now += 100
  window.dispatchEvent(new Event('pointerdown'))
  expect(heard).toHaveLength(2)
})
