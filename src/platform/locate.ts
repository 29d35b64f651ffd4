import type { Locator, Target } from '../schema'
import { isCovered } from './covered'
import { queryPath, rootsWithin, type SearchRoot } from './locate-path'
import { visibleSight } from './visible'

/** A target that was found, and which of its locators found it (from 0). */
export interface Found {
  element: Element
  index: number
}

type OnRoot = (root: SearchRoot) => void
type Finders = typeof import('./finders')

let finders: Finders | undefined

/** From here on locators by role and by text find something: they are a chunk of their own, which many configs do without. */
export function addFinders(loaded: Finders): void {
  finders = loaded
}

/** All elements that a locator names, visible or not, in document order. */
export function findAll(locator: Locator, onRoot?: OnRoot): Element[] {
  if (typeof locator === 'string') return queryPath(locator, document, onRoot)
  return rootsWithin(locator.within, onRoot).flatMap((root) => {
    if ('css' in locator) return queryPath(locator.css, root, onRoot)
    if ('testId' in locator) return queryPath(testIdPath(locator.testId), root)
    if ('role' in locator) return finders?.queryRole(root, locator.role, locator.name) ?? []
    return finders?.queryText(root, locator.text, locator.tag) ?? []
  })
}

function testIdPath(id: string): string {
  const value = CSS.escape(id)
  return ['testid', 'test', 'cy'].map((name) => `[data-${name}="${value}"]`).join()
}

/** The locators of a target in order. */
export const locatorsOf = (target: Target): readonly Locator[] => (Array.isArray(target) ? target : [target])

/** Whether a user who looks for the element finds it. */
function isFound(element: Element): boolean {
  const sight = visibleSight(element)
  return !!sight && !isCovered(element, sight)
}

/**
 * The first locator that finds an element that can be seen wins; `undefined` when none does. `onElement` hears of every
 * element that was looked at, seen or not.
 */
export function locate(
  target: Target,
  onRoot?: OnRoot,
  onElement?: (element: Element) => void,
): Found | undefined {
  for (const [index, locator] of locatorsOf(target).entries()) {
    const element = findAll(locator, onRoot).find((one) => {
      onElement?.(one)
      return isFound(one)
    })
    if (element) return { element, index }
  }
  return undefined
}

/** The first element that a target names, visible or not. */
export const findAny = (target: Target): Element | undefined =>
  locatorsOf(target).flatMap((locator) => findAll(locator))[0]

/** Whether an event that went through `path` (its `composedPath()`) went through the target. */
export function passesThrough(path: readonly EventTarget[], target: Target): boolean {
  return locatorsOf(target).some((locator) => findAll(locator).some((element) => path.includes(element)))
}
