import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type {} from '../../../demo/gallery/stage'
import type { Config } from '../../../src/schema'
import { useStage } from './use-stage'

const stages = useStage()

const TITLES = ['First', 'Second', 'Third'] as const
const rootsOf = (page: Page): Promise<number> => page.locator('handrail-root').count()

const indexOf = (title: string) => TITLES.findIndex((name) => title.startsWith(name))

/** A tour that starts by itself, and a checklist. */
const configOf = (title: string): Config => ({
  version: 1,
  pacing: { gapMinutes: 0 },
  tours: [{ id: 'tour', steps: [{ id: 'one', as: 'slideout', title: `${title} tour` }] }],
  checklists: [
    {
      id: 'list',
      title: `${title} list`,
      open: true,
      items: [{ id: 'a', title: 'A', done: { event: 'A done' } }],
    },
  ],
})

describe.each([
  ['of one project', ['same', 'same', 'same']],
  ['of three projects', ['one', 'two', 'three']],
])('three instances on a page, %s', (_whose, keys) => {
  const open = async () => {
    const page = await stages.open()
    await page.evaluate(
      ([configs, writeKeys]) => {
        globalThis.instances = configs.map((config, index) =>
          stage.create({ config, writeKey: writeKeys[index] ?? '' }),
        )
      },
      [TITLES.map(configOf), keys] as const,
    )
    await page.getByRole('heading', { name: 'Third list' }).waitFor()
    return page
  }

  test('show one interruption at a time, one after the other', async () => {
    const page = await open()
    const tours = page.getByRole('heading', { name: / tour$/ })
    const seen = new Set<string>()
    for (let turn = 0; turn < TITLES.length; turn++) {
      await expect.poll(() => tours.count()).toBe(1)
      const [title = ''] = await tours.allTextContents()
      seen.add(title)
      await page.evaluate((first) => instances[first]?.stop('tour'), indexOf(title))
    }
    expect(seen.size).toBe(TITLES.length)
  })

  test('know nothing of what happens in the others', async () => {
    const page = await open()
    await page.evaluate(() => instances[1]?.track('A done'))
    await page.getByText('All done', { exact: true }).waitFor()
    const progress = page.getByRole('progressbar')
    expect(await progress.count()).toBe(2)
    for (const bar of await progress.all()) expect(await bar.getAttribute('aria-valuenow')).toBe('0')
    await page.evaluate(() => {
      for (const instance of instances) instance.destroy()
    })
    expect(await rootsOf(page)).toBe(0)
  })
})
