import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Language, Mode } from '../../../demo/gallery/languages'
import { buildTandem } from '../../../demo/server/tandem'
import type { Handrail } from '../../../src/handrail'
import { launchBrowser } from '../helpers/browser'

declare global {
  // What a test has started, kept in the page between its calls.
  var instances: Handrail[]
}

export const DESKTOP = { viewport: { width: 1280, height: 800 } }
export const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true }

export interface Look extends BrowserContextOptions {
  language?: Language
  mode?: Mode
}

// Letters are drawn the same on every machine that has the same fonts.
const DRAWING = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb']

/** The gallery of the demo for the tests of one file. Its pages may throw nothing. `flags` are more of the browser's. */
export function useStage(flags: readonly string[] = []) {
  let tandem: FastifyInstance
  let browser: Browser
  let origin: string
  const errors: string[] = []
  beforeAll(async () => {
    tandem = buildTandem({
      embedding: { collectorOrigin: 'http://127.0.0.1:1', writeKey: 'wk' },
      root: 'demo',
      people: [],
    })
    ;[origin, browser] = await Promise.all([
      tandem.listen({ port: 0, host: '127.0.0.1' }),
      launchBrowser([...DRAWING, ...flags]),
    ])
  })
  afterAll(async () => {
    await browser?.close()
    await tandem?.close()
    expect(errors).toEqual([])
  })
  return {
    /** The stage without a scene. */
    async open({ language = 'en', mode = 'light', ...options }: Look = {}): Promise<Page> {
      const context = await browser.newContext({ ...DESKTOP, reducedMotion: 'reduce', ...options })
      const page = await context.newPage()
      page.on('pageerror', ({ message }) => errors.push(message))
      page.on('console', (line) => line.text().startsWith('[handrail]') && errors.push(line.text()))
      await page.goto(`${origin}/gallery/stage?lang=${language}&mode=${mode}`)
      return page
    },
    origin: () => origin,
  }
}
