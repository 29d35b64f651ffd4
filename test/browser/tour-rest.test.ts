import type { CDPSession, Page } from 'playwright-core'
import { beforeEach, expect, it } from 'vitest'
import { flush, until } from './delivery/stage'
import { useSite } from './helpers/use-site'

const config = {
  version: 1,
  tours: [
    {
      id: 'hello',
      steps: [
        { id: 'one', target: '[data-action=export]', title: 'One', body: 'Text' },
        { id: 'two', target: '[data-action=export]', title: 'Two', body: 'Another **text**' },
      ],
    },
  ],
}
/** Work on the main thread of a page, as DevTools name it. */
const WORK = ['TimerFire', 'FireAnimationFrame', 'UpdateLayoutTree', 'Layout'] as const

interface TraceEvent {
  name: string
  ph: string
  ts: number
  dur?: number
  args: { beginData?: { stackTrace?: unknown[] } }
}

const site = useSite()
let session: CDPSession
beforeEach(async () => {
  const browser = site.context.browser()
  if (!browser) throw new Error('the context has no browser')
  session = await browser.newBrowserCDPSession()
})

/** What was worked while `act` ran. Nothing but the product is open, so all of it is in its page. */
async function traced(act: () => Promise<unknown>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]))
  session.on('Tracing.dataCollected', collect)
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done))
  const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline.stack']
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } })
  await act()
  await session.send('Tracing.end')
  await complete
  session.off('Tracing.dataCollected', collect)
  return events.filter(({ name, ph }) => ph === 'X' && WORK.some((work) => work === name))
}

const watch = (ms: number) => traced(() => new Promise((done) => setTimeout(done, ms)))
const calm = () => until('the page is at rest', async () => (await watch(400)).length === 0)

/** The tour is on the screen, what it had to tell is sent, and nothing goes on. */
async function openAtRest(): Promise<Page> {
  const page = await site.open(config)
  await page.getByRole('heading', { name: 'One' }).waitFor()
  await calm()
  await flush(page)
  await calm()
  return page
}

it('a tooltip that is open costs the page no timer, no frame, no style and no layout', async () => {
  await openAtRest()
  expect((await watch(2000)).map(({ name }) => name)).toEqual([])
})

it('a step makes the page lay itself out once', async () => {
  const page = await openAtRest()
  const work = await traced(async () => {
    await page.evaluate(() => {
      const root = document.querySelector('handrail-root')?.shadowRoot
      const [next] = [...(root?.querySelectorAll('button') ?? [])].filter(
        (button) => button.textContent === 'Next',
      )
      next?.click()
    })
    await page.waitForFunction(
      () =>
        document.querySelector('handrail-root')?.shadowRoot?.querySelector('[role=status]')?.textContent ===
        'Two. Another text',
    )
  })
  const forced = work.filter(({ name, args }) => name === 'Layout' && args.beginData?.stackTrace)
  expect(forced).toHaveLength(1)
})
