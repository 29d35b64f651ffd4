import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { scenes } from '../../../demo/gallery/scenes'
import type {} from '../../../demo/gallery/stage'
import type { Config } from '../../../src/schema'
import { useStage } from './use-stage'

const stages = useStage()

const documentOf = (page: Page): Promise<string> =>
  page.evaluate(() => new XMLSerializer().serializeToString(document))

/** Listeners of the window, what belongs to it, and every node of the document, as the browser knows them. */
async function listenersOf(cdp: CDPSession): Promise<string[]> {
  const { result } = await cdp.send('Runtime.evaluate', {
    expression:
      "[window, visualViewport, navigation, screen.orientation, document, ...document.querySelectorAll('*')]",
  })
  const { result: targets } = await cdp.send('Runtime.getProperties', {
    objectId: result.objectId ?? '',
    ownProperties: true,
  })
  const found: string[] = []
  for (const { name, value } of targets) {
    if (!value?.objectId || value.subtype === 'array') continue
    const { listeners } = await cdp.send('DOMDebugger.getEventListeners', { objectId: value.objectId })
    found.push(
      ...listeners.map(({ type, useCapture }) => `${name} ${value.description} ${type} ${useCapture}`),
    )
  }
  await cdp.send('Runtime.releaseObject', { objectId: result.objectId ?? '' })
  return found.sort()
}

test('every guide, taken away while it moves, leaves neither a trace nor a listener', async () => {
  const page = await stages.open({ reducedMotion: 'no-preference' })
  const cdp = await page.context().newCDPSession(page)
  const before = { html: await documentOf(page), listeners: await listenersOf(cdp) }
  for (const name of Object.keys(scenes).filter((scene) => scene !== 'tooltip-dialog')) {
    await page.evaluate(async (scene) => {
      const handrail = stage.prepare(scene)
      await handrail.start('scene')
      await new Promise(requestAnimationFrame)
      handrail.destroy()
    }, name)
    expect(await documentOf(page), name).toBe(before.html)
  }
  expect(await listenersOf(cdp)).toEqual(before.listeners)
})

test('a guide inside a dialog of the product leaves the dialog open and as it was', async () => {
  const page = await stages.open()
  const cdp = await page.context().newCDPSession(page)
  await page.evaluate(() => document.querySelector('dialog')?.showModal())
  const before = { html: await documentOf(page), listeners: await listenersOf(cdp) }
  await page.evaluate(async () => (await stage.play('tooltip-dialog')).destroy())
  expect({ html: await documentOf(page), listeners: await listenersOf(cdp) }).toEqual(before)
})

test('one that is taken away while it loads never comes', async () => {
  const page = await stages.open()
  const before = await documentOf(page)
  const verdict = await page.evaluate(async () => {
    const handrail = stage.prepare('modal')
    const started = handrail.start('scene')
    handrail.destroy()
    return started
  })
  expect(verdict).not.toBe('shown')
  expect(await documentOf(page)).toBe(before)
})

test('mounted twice, as by strict mode, it shows the guide once', async () => {
  const page = await stages.open()
  const before = await documentOf(page)
  const config: Config = {
    version: 1,
    tours: [{ id: 'tour', steps: [{ id: 'one', as: 'modal', title: 'Welcome' }] }],
  }
  await page.evaluate((it) => {
    stage.create({ config: it, writeKey: 'strict' }).destroy()
    globalThis.instances = [stage.create({ config: it, writeKey: 'strict' })]
  }, config)
  await page.getByRole('dialog', { name: 'Welcome' }).waitFor()
  expect(await page.locator('handrail-root').count()).toBe(1)
  await page.evaluate(() => instances[0]?.destroy())
  expect(await documentOf(page)).toBe(before)
})
