import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningCollector, startCollector } from '../../../collector/test/start-collector'
import { launchBrowser } from '../helpers/browser'
import { type FaultProxy, startFaultProxy } from './fault-proxy'
import { type Site, startSite } from './site'
import { crash, EVENTS, expectAll, flush, ready, show, track, until, visit } from './stage'

let collector: RunningCollector
let browser: Browser
let site: Site
let proxy: FaultProxy
let context: BrowserContext

beforeAll(async () => {
  ;[collector, browser, site] = await Promise.all([startCollector(), launchBrowser(), startSite()])
})
afterAll(async () => {
  await browser?.close()
  site?.close()
  await collector?.stop()
})
beforeEach(async () => {
  proxy = await startFaultProxy(collector.origin)
  context = await browser.newContext()
  await context.grantPermissions(['local-network-access'])
})
afterEach(async () => {
  await context.close()
  proxy.close()
})

const open = () => visit(context, site, proxy, collector.writeKey)
/** Copies on the wire beyond the first of each event. */
const copies = (): number => {
  const ids = proxy.passed.flat()
  return ids.length - new Set(ids).size
}

describe('1,000 events arrive, each counted once', () => {
  it('normally, without a second copy', async () => {
    const page = await open()
    await track(page, 'Normal')
    await flush(page)
    await expectAll(collector, 'Normal')
    expect(copies()).toBe(0)
  })

  it('when the page is closed 50 ms after the last one, and visited again', async () => {
    const page = await open()
    await track(page, 'Closed')
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
    await page.close({ runBeforeUnload: true })
    await open()
    await expectAll(collector, 'Closed')
  })

  it('when the collector answers 503 for 3 s', async () => {
    const end = Date.now() + 3000
    proxy.fault = () => (Date.now() < end ? { status: 503 } : undefined)
    const page = await open()
    await track(page, 'Unavailable')
    await expectAll(collector, 'Unavailable')
    expect(copies()).toBe(0)
  })

  it('when the collector asks to wait: no request comes earlier', async () => {
    proxy.fault = (request) => (request === 0 ? { status: 429, headers: { 'retry-after': '2' } } : undefined)
    const page = await open()
    await track(page, 'Limited')
    await expectAll(collector, 'Limited')
    expect((proxy.cameAt[1] ?? 0) - (proxy.cameAt[0] ?? 0)).toBeGreaterThanOrEqual(2000)
    expect(copies()).toBe(0)
  })

  it('when the connection breaks in the middle of an answer', async () => {
    proxy.fault = (request) => (request < 2 ? 'cut' : undefined)
    const page = await open()
    await track(page, 'Cut')
    await expectAll(collector, 'Cut')
    expect(copies()).toBeGreaterThan(0)
  })

  it('when the collector takes only small batches', async () => {
    const limit = 20_000
    proxy.fault = (_request, body) => (body.length > limit ? { status: 413 } : undefined)
    const page = await open()
    await track(page, 'Too Large')
    await flush(page)
    await expectAll(collector, 'Too Large')
    expect(copies()).toBe(0)
  })

  it('when the page is offline, reloaded offline, and online again', async () => {
    const page = await open()
    await flush(page)
    const script = await (await fetch(new URL('/handrail.js', page.url()))).text()
    const markup = await (await fetch(page.url())).text()
    // The page itself comes from memory, as from a service worker.
    await context.route(`${new URL(page.url()).origin}/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ body: script, contentType: 'text/javascript' })
        : route.fulfill({ body: markup, contentType: 'text/html' }),
    )
    proxy.fault = () => 'refuse' // emulated offline lets requests of a page that ends through
    await context.setOffline(true)
    await track(page, 'Offline')
    await page.reload()
    await ready(page)
    proxy.fault = () => undefined
    await context.setOffline(false)
    await expectAll(collector, 'Offline')
    expect(copies()).toBe(0)
  })

  it('when the renderer is killed 100 ms after the last one, and the page visited again', async () => {
    proxy.fault = () => 'refuse'
    const page = await open()
    await track(page, 'Killed')
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
    await crash(page)
    proxy.fault = () => undefined
    await open()
    await expectAll(collector, 'Killed')
    expect(copies()).toBe(0)
  })

  it('from two tabs, of which one is closed with events on their way', async () => {
    const [first, second] = [await open(), await open()]
    await Promise.all([
      track(first, 'Two Tabs', EVENTS / 2),
      track(second, 'Two Tabs', EVENTS / 2, EVENTS / 2),
    ])
    await first.close({ runBeforeUnload: true })
    await second.bringToFront()
    await open()
    await expectAll(collector, 'Two Tabs')
  })

  it('when the page is hidden and shown again and again', async () => {
    const page = await open()
    for (let part = 0; part < 10; part++) {
      await track(page, 'Flapping', EVENTS / 10, (part * EVENTS) / 10)
      await show(page, part % 2 === 1)
    }
    await flush(page)
    await expectAll(collector, 'Flapping')
    expect(copies()).toBe(0)
  })

  it('when the storage is full', async () => {
    const page = await open()
    await page.evaluate(() => {
      let part = 'x'.repeat(1_000_000)
      for (let n = 0; part.length > 0; n++) {
        try {
          localStorage.setItem(`host-${n}`, part)
        } catch {
          part = part.slice(part.length / 2 + 1)
        }
      }
    })
    await track(page, 'Full')
    await flush(page)
    await expectAll(collector, 'Full')
  })

  it('when the storage is blocked', async () => {
    await context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      }
      Object.defineProperty(window, 'localStorage', { get: refuse })
    })
    const page = await open()
    await track(page, 'Blocked')
    await flush(page)
    await expectAll(collector, 'Blocked')
    expect(copies()).toBe(0)
  })

  it('when the collector is killed in the middle and started again', async () => {
    let restarted: Promise<void> | undefined
    proxy.fault = (_request, body) => {
      if (body.includes('"Collector Killed"')) restarted ??= collector.kill().then(collector.restart)
      return undefined
    }
    const page = await open()
    await track(page, 'Collector Killed')
    await until('the first batch', () => restarted !== undefined)
    await restarted
    await expectAll(collector, 'Collector Killed')
  })

  it('when the event store is killed in the middle', async () => {
    let killed: Promise<void> | undefined
    const kill = async () => {
      const pid = await collector.enginePid()
      if (pid) process.kill(pid, 'SIGKILL')
    }
    proxy.fault = (_request, body) => {
      if (body.includes('"Store Killed"')) killed ??= kill()
      return undefined
    }
    const page = await open()
    await track(page, 'Store Killed')
    await until('the first batch', () => killed !== undefined)
    await killed
    await flush(page)
    await expectAll(collector, 'Store Killed')
    expect(copies()).toBe(0)
  })
})
