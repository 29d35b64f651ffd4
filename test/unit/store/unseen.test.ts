import { describe, expect, test } from 'vitest'
import type { Config, Tour } from '../../../src/schema'
import { end, settled, visit, type World } from './a-world'

const tour = (id: string, change: Partial<Tour> = {}): Tour => ({
  id,
  steps: [{ id: 's1', as: 'modal', title: 'x' }],
  ...change,
})

/** A first visit of `/`, where some guides are not seen as soon as they are opened. */
async function open(config: Partial<Config>, unseen: [string, 'waits' | 'fails'][] = []): Promise<World> {
  const world = await visit(config)
  for (const [id, how] of unseen) world.unseen.set(id, how)
  await world.goTo('/')
  return world
}
/** What the director itself has told of comes back to it, as any event does. */
async function hearFailures(world: World): Promise<number> {
  for (let heard = 0; heard < 20; heard++) {
    const failures = world.tracked.filter(({ event }) => event === 'Guide Failed')
    const next = failures[heard]
    if (!next) return failures.length
    await world.did(next.event, next.properties)
  }
  return Infinity
}
const refusal = async (world: World, id: string) =>
  (await world.director.explain(id)).find(({ passed }) => !passed)

describe('a guide that fails before anybody sees it', () => {
  test('is tried once on a page, and lets the next one come', async () => {
    const world = await open({ tours: [tour('broken'), tour('next')] }, [['broken', 'fails']])
    expect(await hearFailures(world)).toBe(1)
    expect(world.ids()).toEqual(['next'])
    await world.goTo('/other')
    await end(world, 'next', 'completed')
    expect(await hearFailures(world)).toBe(2)
  })

  test('is not tried again on the page whatever happens there, and comes on another one when it can', async () => {
    const world = await open({ tours: [tour('a', { when: { event: 'Go' } })] }, [['a', 'fails']])
    await world.did('Go')
    await world.did('Go')
    expect(await hearFailures(world)).toBe(1)
    world.unseen.clear()
    await world.did('Go')
    expect(world.ids()).toEqual([])
    await world.goTo('/other')
    await world.did('Go')
    expect(world.ids()).toEqual(['a'])
  })

  test('says so when it is asked about', async () => {
    const world = await open({ tours: [tour('broken')] }, [['broken', 'fails']])
    expect(await refusal(world, 'broken')).toEqual({
      gate: 'trigger',
      passed: false,
      why: 'It could not be shown on this page: its event Guide Failed says why. It is tried again on another page.',
    })
  })

  test('is tried whenever start() asks for it', async () => {
    const world = await open({ tours: [tour('a')] }, [['a', 'fails']])
    expect(await world.director.start('a')).toBe('target')
    expect(await hearFailures(world)).toBe(2)
    world.unseen.clear()
    expect(await world.director.start('a')).toBe('shown')
  })

  test('is tried for another user of the same page', async () => {
    const world = await open({ tours: [tour('a')] }, [['a', 'fails']])
    world.unseen.clear()
    world.director.changeUser()
    await settled()
    expect(world.ids()).toEqual(['a'])
  })
})
