import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Handrail } from '../../../src/handrail'
import type { WireEvent } from '../../../src/schema'
import { launchBrowser } from '../helpers/browser'
import { type HostServer, startHosts } from './host-server'
import type { Situation } from './situation'

declare global {
  interface Window {
    /** What the SDK has told the host, in order. */
    events: WireEvent[]
    violations: string[]
  }
}

type ContextOptions = Parameters<Browser['newContext']>[0]

export interface OpenOptions extends NonNullable<ContextOptions> {
  path?: string
  /** Where events go; nothing answers there unless said, because guides need no collector. */
  endpoint?: string
  writeKey?: string
}

const TIMEOUT_MS = 8_000
const DESKTOP = { width: 1280, height: 800 }
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }

/** Situations for the tests of one file: one browser for all, a product of its own for each. */
export function useSituations(launch: () => Promise<Browser> = launchBrowser) {
  let browser: Browser
  let hosts: HostServer
  const contexts: BrowserContext[] = []
  const faults: string[] = []
  beforeAll(async () => {
    ;[hosts, browser] = await Promise.all([startHosts(), launch()])
  })
  afterEach(async () => {
    const pages = contexts.flatMap((context) => context.pages())
    const violations = await Promise.all(pages.map((page) => page.evaluate(() => window.violations)))
    for (const context of contexts.splice(0)) await context.close()
    // In every situation: no exception in the host, nothing that its security policy forbids.
    expect([...faults.splice(0), ...violations.flat()]).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    hosts?.close()
  })
  return {
    async open(situation: Situation, options: OpenOptions = {}): Promise<Page> {
      const { path = '/', endpoint = 'http://127.0.0.1:9', writeKey = 'wk_host', ...more } = options
      const context = await browser.newContext({ viewport: DESKTOP, ...more })
      contexts.push(context)
      await context.grantPermissions(['local-network-access'])
      context.on('weberror', (error) => faults.push(String(error.error())))
      const page = await context.newPage()
      page.setDefaultTimeout(TIMEOUT_MS)
      await page.goto(hosts.host(situation, endpoint, writeKey) + path)
      return page
    },
    /** The product of this page is released anew; pages see it when they load. */
    release: (page: Page, situation: Situation) => hosts.change(new URL(page.url()).origin, situation),
  }
}

/** Resolves when the step with this title is on the screen. */
export const seeStep = (page: Page, title: string): Promise<void> =>
  page.getByRole('heading', { name: title, exact: true }).waitFor()

/** Presses a button of the guide. */
export const press = (page: Page, name: string): Promise<void> =>
  page.locator('handrail-root').getByRole('button', { name, exact: true }).click()

/** Puts a copy of a `<template>` of the page at the end of an element. */
export const append = (page: Page, template: string, parent = 'body'): Promise<void> =>
  page.evaluate(
    ([from, to]) => {
      const { content } = document.querySelector(from) as HTMLTemplateElement
      document.querySelector(to)?.append(content.cloneNode(true))
    },
    [template, parent] as const,
  )

/** Events of this name that the SDK has told, as their properties. */
export const told = (page: Page, name: string): Promise<Record<string, unknown>[]> =>
  page.evaluate(
    (wanted) =>
      window.events.flatMap(({ event, properties }) => (event === wanted ? [properties ?? {}] : [])),
    name,
  )

/** Which locator found the first step, as far as it was not the first one: told together with the step. */
export async function healed(page: Page): Promise<unknown[]> {
  await expect.poll(() => told(page, 'Step Viewed')).not.toEqual([])
  return (await told(page, 'Target Healed')).map(({ locator_index }) => locator_index)
}

export const ready = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => 'explain' in (window.handrail ?? {}))

/** The gate that keeps a guide away, if one does. */
export async function refusal(page: Page, guide: string): Promise<string | undefined> {
  await ready(page)
  const gates = await page.evaluate((id) => (window.handrail as Handrail).explain(id), guide)
  return gates.find(({ passed }) => !passed)?.gate
}

/** What a pointer would hit in the middle of this element, as a selector path through shadow roots says it. */
export const takesPointer = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const root = element.getRootNode() as Document | ShadowRoot
      const hit = root.elementFromPoint(x + width / 2, y + height / 2)
      return hit !== null && (element === hit || element.contains(hit))
    })

/** Some frames later: whatever was to happen by now has happened. */
export const drawn = (page: Page, frames = 5): Promise<void> =>
  page.evaluate(async (left) => {
    for (let frame = 0; frame < left; frame++) await new Promise(requestAnimationFrame)
  }, frames)

/** How much moves in guides; `undefined` before the first stands in its place. A document does not know of its shadow roots. */
export const moving = (page: Page): Promise<number | undefined> =>
  page.evaluate(() => {
    const roots = [...document.querySelectorAll('handrail-root')].map(({ shadowRoot }) => shadowRoot)
    const waits = roots.some((root) => root?.querySelector('.popover:not([data-side], .on-phone)'))
    return waits ? undefined : roots.flatMap((root) => root?.getAnimations() ?? []).length
  })

interface Lit {
  x: number
  y: number
  width: number
  height: number
}

/** How far the light is from this box on each side; 4 px of air all around when it is where it should be. */
export async function airAround(page: Page, { x, y, width, height }: Lit): Promise<number[]> {
  // Without its stroke; one unit of the drawing is a pixel of the window.
  const lit = await page.locator('path.rim').evaluate((rim): Lit => {
    const { x, y, width, height } = (rim as SVGPathElement).getBBox()
    return { x, y, width, height }
  })
  return [x - lit.x, y - lit.y, lit.x + lit.width - x - width, lit.y + lit.height - y - height].map(
    Math.round,
  )
}
