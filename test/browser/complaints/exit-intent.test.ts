import type { CDPSession } from 'playwright-core'
import { expect, test } from 'vitest'
import { drawn, press, seeStep, useSituations } from './use-situations'

const situations = useSituations()

/** As the developer tools count them: whoever added them, and however they were removed. */
async function listenersOf(session: CDPSession): Promise<unknown> {
  const { result } = await session.send('Runtime.evaluate', {
    expression:
      '[window, document, document.documentElement, document.body].flatMap((at) => getEventListeners(at).mouseout ?? []).length',
    includeCommandLineAPI: true,
    returnByValue: true,
  })
  return result.value
}

test('an exit survey listens while it waits, and no longer', async () => {
  const page = await situations.open({
    body: '<button>Plain</button>',
    config: {
      surveys: [
        {
          id: 'exit',
          when: { exitIntent: true },
          questions: [{ id: 'why', type: 'text', title: 'Leaving?', optional: true }],
        },
      ],
    },
  })
  const session = await page.context().newCDPSession(page)
  await expect.poll(() => listenersOf(session)).toBe(1)
  const leaveAt = (y: number) =>
    page.evaluate((clientY) => {
      const gone = new MouseEvent('mouseout', { bubbles: true, clientY, relatedTarget: null })
      document.body.dispatchEvent(gone)
    }, y)
  // Downwards there is no tab and no address bar.
  await leaveAt(900)
  await drawn(page)
  expect(await page.locator('handrail-root').count()).toBe(0)
  await leaveAt(-1)
  await seeStep(page, 'Leaving?')
  expect(await listenersOf(session)).toBe(0)
  await press(page, 'Close')
})
