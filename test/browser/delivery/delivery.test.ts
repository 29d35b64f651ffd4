import { describe, expect, it } from 'vitest'
import { useSite } from '../helpers/use-site'
import {
  arrived,
  blockStorage,
  crash,
  EVENTS,
  expectAll,
  flush,
  noteRequests,
  ready,
  show,
  track,
  until,
} from './stage'

const site = useSite()
const { open } = site

/** Copies on the wire beyond the first of each event. */
const copies = (): number => {
  const passed = site.relay.posts.filter((post) => post.passed)
  const ids = passed.flatMap(({ text }) => text.match(/"messageId":"[^"]+"/g))
  return ids.length - new Set(ids).size
}

describe('1,000 events arrive, each counted once', () => {
  it('normally, without a second copy', async () => {
    const page = await open()
    await track(page, 'Normal')
    await flush(page)
    await expectAll(site.collector, 'Normal')
    expect(copies()).toBe(0)
  })

  it('when the page is closed 50 ms after the last one, and visited again', async () => {
    const page = await open()
    await track(page, 'Closed')
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
    await page.close({ runBeforeUnload: true })
    await open()
    await expectAll(site.collector, 'Closed')
  })

  it('when they are in Persian and Chinese and the page is closed at once, with as much as may outlive it', async () => {
    const asked = await noteRequests(site.context)
    const page = await open()
    await flush(page)
    await track(page, 'Not Latin', EVENTS, 0, 'دلیل اصلی امتیاز شما چیست؟ 您为什么给出这个评分？😀')
    await page.close({ runBeforeUnload: true })
    const pieces = () => site.relay.posts.filter(({ text }) => text.includes('"Not Latin"'))
    await until('what may outlive a page', () => pieces().reduce((sum, { bytes }) => sum + bytes, 0) > 55_000)
    const uncompressed = pieces().filter(({ url }) => !url.includes('gzip'))
    expect(Math.max(...uncompressed.map(({ bytes }) => bytes))).toBeLessThan(16_000)
    expect(await asked()).toEqual(site.relay.posts.map(() => 'keepalive'))
    await open()
    await expectAll(site.collector, 'Not Latin')
  })

  it('when the collector answers 503 for 3 s', async () => {
    const end = Date.now() + 3000
    site.relay.fault = () => (Date.now() < end ? { status: 503 } : undefined)
    const page = await open()
    await track(page, 'Unavailable')
    await expectAll(site.collector, 'Unavailable')
    expect(copies()).toBe(0)
  })

  it('when the collector asks to wait: no request comes earlier', async () => {
    site.relay.fault = (post) => (post === 0 ? { status: 429, headers: { 'retry-after': '2' } } : undefined)
    const page = await open()
    await track(page, 'Limited')
    await expectAll(site.collector, 'Limited')
    expect((site.relay.posts[1]?.at ?? 0) - (site.relay.posts[0]?.at ?? 0)).toBeGreaterThanOrEqual(2000)
    expect(copies()).toBe(0)
  })

  it('when the connection breaks in the middle of an answer', async () => {
    site.relay.fault = (post) => (post < 2 ? 'torn' : undefined)
    const page = await open()
    await track(page, 'Cut')
    await expectAll(site.collector, 'Cut')
    expect(copies()).toBeGreaterThan(0)
  })

  it('when the collector takes only small batches', async () => {
    const limit = 20_000
    site.relay.fault = (_post, text) => (text.length > limit ? { status: 413 } : undefined)
    const page = await open()
    await track(page, 'Too Large')
    await flush(page)
    await expectAll(site.collector, 'Too Large')
    expect(copies()).toBe(0)
  })

  it('when the page is offline, reloaded offline, and online again', async () => {
    const page = await open()
    await flush(page)
    const script = await (await fetch(new URL('/handrail.js', page.url()))).text()
    const markup = await (await fetch(page.url())).text()
    // The page itself comes from memory, as from a service worker.
    await site.context.route(`${new URL(page.url()).origin}/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ body: script, contentType: 'text/javascript' })
        : route.fulfill({ body: markup, contentType: 'text/html' }),
    )
    site.relay.fault = () => 'refuse' // emulated offline lets requests of a page that ends through
    await site.context.setOffline(true)
    await track(page, 'Offline')
    await page.reload()
    await ready(page)
    site.relay.fault = () => undefined
    await site.context.setOffline(false)
    await expectAll(site.collector, 'Offline')
    expect(copies()).toBe(0)
  })

  it('when the renderer is killed 100 ms after the last one, and the page visited again', async () => {
    site.relay.fault = () => 'refuse'
    const page = await open()
    await track(page, 'Killed')
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
    await crash(page)
    site.relay.fault = () => undefined
    await open()
    await expectAll(site.collector, 'Killed')
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
    await expectAll(site.collector, 'Two Tabs')
  })

  it('when the page is hidden and shown again and again', async () => {
    const page = await open()
    for (let part = 0; part < 10; part++) {
      await track(page, 'Flapping', EVENTS / 10, (part * EVENTS) / 10)
      await show(page, part % 2 === 1)
    }
    await flush(page)
    await expectAll(site.collector, 'Flapping')
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
    await expectAll(site.collector, 'Full')
  })

  it('when the storage is blocked', async () => {
    await blockStorage(site.context)
    const page = await open()
    await track(page, 'Blocked')
    await flush(page)
    await expectAll(site.collector, 'Blocked')
    expect(copies()).toBe(0)
  })

  it('when the collector is killed in the middle and started again', async () => {
    let restarted: Promise<void> | undefined
    site.relay.fault = (_post, text) => {
      if (text.includes('"Collector Killed"'))
        restarted ??= site.collector.kill().then(site.collector.restart)
      return undefined
    }
    const page = await open()
    await track(page, 'Collector Killed')
    await until('the first batch', () => restarted !== undefined)
    await restarted
    await expectAll(site.collector, 'Collector Killed')
  })

  it('when the event store is killed in the middle', async () => {
    let killed: Promise<void> | undefined
    const kill = async () => {
      const pid = await site.collector.enginePid()
      if (pid) process.kill(pid, 'SIGKILL')
    }
    site.relay.fault = (_post, text) => {
      if (text.includes('"Store Killed"')) killed ??= kill()
      return undefined
    }
    const page = await open()
    await track(page, 'Store Killed')
    await until('the first batch', () => killed !== undefined)
    await killed
    await flush(page)
    await expectAll(site.collector, 'Store Killed')
    expect(copies()).toBe(0)
  })
})

it('where the storage is blocked and the renderer is killed, what had not left is lost, and nothing else', async () => {
  await blockStorage(site.context)
  const page = await open()
  await track(page, 'Left In Time')
  await flush(page)
  site.relay.fault = () => 'refuse'
  await track(page, 'Only In Memory')
  await crash(page)
  site.relay.fault = () => undefined
  const next = await open()
  await track(next, 'Next Visit')
  await flush(next)
  await expectAll(site.collector, 'Left In Time')
  await expectAll(site.collector, 'Next Visit')
  expect(await arrived(site.collector, 'Only In Memory')).toEqual({ distinct: 0, counted: 0 })
})
