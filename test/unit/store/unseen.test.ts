import { describe, expect, test } from 'vitest'
import type { Config, Tour } from '../../../src/schema'
import { end, settled, visit, type World } from './a-world'

const tour = (id: string, change: Partial<Tour> = {}): Tour => ({
  id,
  steps: [{ id: 's1', as: 'modal', title: 'x' }],
  ...change,
})
const byCode = { when: { code: true } }

/** A first visit of `/`, where some guides are not seen as soon as they are opened. */
async function open(config: Partial<Config>, unseen: [string, 'waits' | 'fails'][] = []): Promise<World> {
  const world = await visit(config)
  for (const [id, how] of unseen) world.unseen.set(id, how)
  await world.goTo('/')
  return world
}
/** A page hands each event back to the director, this world does not: a guide that is tried for ever shows by it. */
async function hearFailures(world: World): Promise<number> {
  for (let heard = 0; heard < 20; heard++) {
    const failures = world.tracked.filter(({ event }) => event === 'Guide Failed')
    const next = failures[heard]
    if (!next) return failures.length
    await world.did(next.event, next.properties)
  }
  return Infinity
}
/** Somebody else is named, as `client/guides.ts` has it known. */
function change(world: World): void {
  world.profile.become('u_2', undefined)
  world.director.changeUser()
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
    change(world)
    await settled()
    expect(world.ids()).toEqual(['a'])
  })
})

describe('a guide that waits on the screen and is taken off it', () => {
  const config = { tours: [tour('late', byCode), tour('other', { when: { event: 'Go' } })] }

  test.each<[string, string, (world: World) => void]>([
    ['another user', 'free', change],
    [
      'no consent any more',
      'consent',
      (world) => {
        world.mayShow = false
        world.director.touch()
      },
    ],
    ['the end of the SDK', 'free', (world) => world.leave()],
  ])('for %s answers start(), and frees the place among the tabs', async (_why, gate, take) => {
    const world = await open(config, [['late', 'waits']])
    const started = world.director.start('late')
    await settled()
    expect([world.ids(), world.claimed()]).toEqual([['late'], true])
    take(world)
    await settled()
    expect([world.ids(), world.claimed()]).toEqual([[], false])
    expect(await started).toBe(gate)
  })

  test('is in the way of no other guide', async () => {
    const world = await open(config, [['late', 'waits']])
    void world.director.start('late')
    await settled()
    change(world)
    await world.did('Go')
    expect(world.ids()).toEqual(['other'])
  })

  test('comes back when it may be shown again', async () => {
    const world = await open({ tours: [tour('late')] }, [['late', 'waits']])
    world.mayShow = false
    await world.clear()
    expect(world.ids()).toEqual([])
    world.mayShow = true
    await world.clear()
    expect(world.ids()).toEqual(['late'])
  })

  test('by stop() does not come back for what had called it', async () => {
    const called = tour('late', { frequency: 'always', when: { event: 'Go' } })
    const world = await open({ tours: [called] }, [['late', 'waits']])
    await world.did('Go')
    expect(world.ids()).toEqual(['late'])
    world.director.stop('late')
    await settled()
    expect(world.ids()).toEqual([])
    await world.did('Go')
    expect(world.ids()).toEqual(['late'])
  })

  test('can be started for the next user at once', async () => {
    const world = await open(config, [['late', 'waits']])
    void world.director.start('late')
    await settled()
    world.unseen.clear()
    change(world)
    expect(await world.director.start('late')).toBe('shown')
    expect(world.ids()).toEqual(['late'])
  })
})

describe('a guide that is asked for twice', () => {
  test('is drawn once, and both calls are answered', async () => {
    const world = await open({ tours: [tour('a', byCode)] })
    const { start } = world.director
    expect(await Promise.all([start('a'), start('a')])).toEqual(['shown', 'shown'])
    expect(world.ids()).toEqual(['a'])
    world.director.stop('a')
    expect(world.ids()).toEqual([])
  })

  test.each([false, true])('is drawn once when it is about to come by itself; typing: %s', async (typing) => {
    const world = await visit({ tours: [tour('a')] })
    world.director.newPage()
    await Promise.resolve()
    expect(world.director.guides()).toMatchObject([{ isOpen: true }])
    expect(world.ids()).toEqual([])
    // What start() asks for comes all the same.
    world.page.typing = typing
    expect(await world.director.start('a')).toBe('shown')
    expect(world.ids()).toEqual(['a'])
  })

  test('answers when the user sees it, also the second call', async () => {
    const world = await open({ tours: [tour('late', byCode)] }, [['late', 'waits']])
    const answers: string[] = []
    const start = () => world.director.start('late').then((answer) => answers.push(answer))
    void start()
    await settled()
    void start()
    await settled()
    expect([world.ids(), answers]).toEqual([['late'], []])
    world.screen[0]?.host.track('Guide Shown')
    await settled()
    expect(answers).toEqual(['shown', 'shown'])
  })
})
