import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/core/dependencies'
import type { Announcement, Config, Survey, Tour } from '../../../src/schema'
import { validateConfig } from '../../../src/schema/validate'
import { DAY, NOW } from '../core/a-context'
import { configs } from '../schema/generate/configs'
import { end, visit, type World } from './a-world'

const tour = (id: string, change: Partial<Tour> = {}): Tour => ({
  id,
  steps: [{ id: 's1', as: 'modal', title: 'x' }],
  ...change,
})
const survey = (id: string, change: Partial<Survey> = {}): Survey => ({
  id,
  questions: [{ id: 'q', type: 'nps', title: 'x' }],
  ...change,
})
const banner: Announcement = { id: 'banner', as: 'banner', title: 'x' }
const checklist = { id: 'list', title: 'x', items: [{ id: 'i', title: 'x', done: { event: 'Made' } }] }

/** A first visit of `/`. */
async function open(config: Partial<Config>, texts?: Map<string, string>, now?: number): Promise<World> {
  const world = await visit(config, texts, now)
  await world.goTo('/')
  return world
}
const told = (world: World, event: string) =>
  world.tracked.filter((one) => one.event === event).map(({ properties }) => properties)
const listening = ({ moments, obstacles, timers }: World) => moments.size + obstacles.size + timers.size

describe('the director', () => {
  test('opens one interruption, one banner and all that stands aside, over all kinds', async () => {
    const world = await open({
      tours: [tour('low')],
      surveys: [survey('high', { priority: 5 })],
      announcements: [banner],
      checklists: [checklist],
    })
    expect(world.ids().sort()).toEqual(['banner', 'high', 'list'])
  })

  test('opens the next when one has ended', async () => {
    const world = await open({ tours: [tour('a')], surveys: [survey('b')] })
    expect(world.ids()).toEqual(['a'])
    await end(world, 'a', 'completed')
    expect(world.ids()).toEqual(['b'])
  })

  test('comes by itself when the gap between two interruptions is over', async () => {
    const world = await open({ tours: [tour('a')], surveys: [survey('b')], pacing: { gapMinutes: 1 } })
    await end(world, 'a', 'completed')
    expect(world.ids()).toEqual([])
    await world.pass(59_000)
    expect(world.ids()).toEqual([])
    await world.pass(1000)
    expect(world.ids()).toEqual(['b'])
    expect(listening(world)).toBe(0)
  })

  test('shows nothing beside what another tab shows, and comes when that is over', async () => {
    const world = await visit({ tours: [tour('a')] })
    world.page.takenElsewhere = true
    await world.goTo('/')
    expect(world.ids()).toEqual([])
    world.page.takenElsewhere = false
    await world.clear()
    await world.pass(100)
    expect(world.ids()).toEqual(['a'])
  })

  test('asks anew for the place that it was refused when the page comes out of the back/forward cache', async () => {
    const world = await visit({ tours: [tour('a')] })
    world.page.takenElsewhere = true
    await world.goTo('/')
    expect(world.ids()).toEqual([])
    world.page.takenElsewhere = false
    world.director.reclaim()
    await world.pass(0)
    expect(world.ids()).toEqual(['a'])
  })

  test('waits for what came into the way while a guide was being loaded', async () => {
    const world = await visit({ tours: [tour('a')] })
    world.loading = () => {
      world.page.typing = true
    }
    await world.goTo('/')
    expect(world.ids()).toEqual([])
    expect([...world.obstacles].map(({ typing }) => typing)).toEqual([true])
    world.page.typing = false
    world.loading = () => {}
    await world.clear()
    expect(world.ids()).toEqual(['a'])
  })

  test('asks for the chunk of a guide and for its place at the same time, and keeps no place without a chunk', async () => {
    const world = await visit({ tours: [tour('a')] })
    world.loading = () => {
      throw new Error('offline')
    }
    await world.goTo('/')
    expect([world.ids(), world.claimed()]).toEqual([[], false])
    world.loading = () => expect(world.claimed()).toBe(false)
    const shown = world.director.start('a')
    expect(world.claimed()).toBe(true)
    expect(await shown).toBe('shown')
    await end(world, 'a', 'completed')
    expect(world.claimed()).toBe(false)
  })

  test('reads no layout for a guide that start() asks for', async () => {
    const first = { id: 's1', target: '#x', title: 'x' }
    const world = await visit({ tours: [tour('a', { when: { code: true }, steps: [first] })] })
    world.isDialogOpen = () => expect.fail('looked for a dialog')
    expect(await world.director.start('a')).toBe('shown')
  })

  test('shows a guide when its first day begins', async () => {
    const world = await open({ announcements: [{ ...banner, from: '2026-11-22T13:00Z' }] })
    expect([world.ids(), world.timers.size]).toEqual([[], 1])
    await world.pass(3_599_000)
    expect(world.ids()).toEqual([])
    await world.pass(1000)
    expect(world.ids()).toEqual(['banner'])
    expect(listening(world)).toBe(0)
  })

  test.each(['typing', 'dialog', 'hidden'] as const)('waits while there is an obstacle: %s', async (what) => {
    const world = await visit({ tours: [tour('a')] })
    world.page[what] = true
    await world.goTo('/')
    expect(world.ids()).toEqual([])
    expect([...world.obstacles].map((one) => one[what])).toEqual([true])
    world.page[what] = false
    await world.clear()
    expect(world.ids()).toEqual(['a'])
    expect(world.obstacles.size).toBe(0)
  })

  test('looks again at what depends on another guide when that tells of itself', async () => {
    const after = { ...checklist, audience: { guide: 'nps', state: 'answered' as const } }
    const world = await open({ surveys: [survey('nps')], checklists: [after] })
    expect(world.ids()).toEqual(['nps'])
    world.screen[0]?.host.track('Survey Answered')
    await world.did('Survey Answered', { guide_id: 'nps' })
    expect(world.ids()).toEqual(['nps', 'list'])
  })

  test('goes on with the delay of the next user when they come to another page', async () => {
    const world = await open({ tours: [tour('a', { when: { afterSeconds: 5 } })] })
    // As `reset()` does it: there is no session until everybody knows of the change.
    world.page.session = ''
    world.profile.become('u_2')
    world.director.changeUser()
    world.page.session = 's_2'
    await world.pass(0)
    await world.pass(3000)
    await world.goTo('/next')
    await world.pass(2000)
    expect(world.ids()).toEqual(['a'])
  })

  test('looks again at what depends on a trait when it changes', async () => {
    const world = await open({ tours: [tour('a', { audience: { trait: 'plan.tier', is: 'pro' } })] })
    expect(world.ids()).toEqual([])
    world.traits = { plan: { tier: 'pro' } }
    world.director.touch('trait:other')
    await world.pass(0)
    expect(world.ids()).toEqual([])
    world.director.touch('trait:plan')
    await world.pass(0)
    expect(world.ids()).toEqual(['a'])
  })
})

describe('a guide under way', () => {
  test('goes on after a reload, whatever its gates say, and is not announced again', async () => {
    const texts = new Map<string, string>()
    const config = { tours: [tour('a', { when: { page: '/' } })] }
    const before = await open(config, texts)
    expect(told(before, 'Guide Shown')).toHaveLength(1)
    before.leave()
    const after = await visit(config, texts)
    await after.goTo('/elsewhere')
    expect(after.ids()).toEqual(['a'])
    expect(after.screen[0]?.host.saved()).toEqual({ begun: true })
    expect(told(after, 'Guide Shown')).toEqual([])
  })

  test('does not come back once it has ended', async () => {
    const texts = new Map<string, string>()
    const before = await open({ tours: [tour('a')] }, texts)
    await end(before, 'a', 'dismissed')
    before.leave()
    expect((await open({ tours: [tour('a')] }, texts)).ids()).toEqual([])
  })

  test.each(['every-session', 'until-completed'] as const)(
    'a checklist shown in one session (%s) and hidden in the next comes in the one after that',
    async (frequency) => {
      const texts = new Map<string, string>()
      const visitIn = async (session: string, day: number): Promise<World> => {
        const world = await visit({ checklists: [{ ...checklist, frequency }] }, texts, NOW + day * DAY)
        world.page.session = session
        await world.goTo('/')
        return world
      }
      const first = await visitIn('s_1', 0)
      first.leave()
      const second = await visitIn('s_2', 1)
      expect(second.ids()).toEqual(['list'])
      await end(second, 'list', 'dismissed')
      await second.goTo('/next')
      expect(second.ids()).toEqual([])
      second.leave()
      expect((await visitIn('s_3', 2)).ids()).toEqual(['list'])
    },
  )

  test('that may always come does not come back as soon as the user has closed it', async () => {
    const texts = new Map<string, string>()
    const config = { tours: [tour('a', { frequency: 'always' })] }
    const before = await open(config, texts)
    before.leave()
    const after = await open(config, texts)
    expect(after.ids()).toEqual(['a'])
    await end(after, 'a', 'dismissed')
    expect(after.ids()).toEqual([])
    await after.goTo('/other')
    expect(after.ids()).toEqual(['a'])
  })

  test('comes again for an event of the time it stood on the screen', async () => {
    const world = await open({
      surveys: [survey('csat', { frequency: 'always', when: { event: 'Closed' } })],
    })
    await world.did('Closed')
    await world.did('Closed')
    await end(world, 'csat', 'completed')
    expect(world.ids()).toEqual(['csat'])
    await end(world, 'csat', 'completed')
    expect(world.ids()).toEqual([])
  })

  test('that was closed on another page than it came on does not come back there', async () => {
    const world = await open({ tours: [tour('a', { frequency: 'always' })] })
    await world.goTo('/other')
    await end(world, 'a', 'dismissed')
    expect(world.ids()).toEqual([])
  })

  test.each([
    ['a checklist', 'dismissed', 'once'],
    ['a checklist', 'completed', 'always'],
    ['a banner', 'dismissed', 'always'],
    ['a banner', 'snoozed', 'once'],
  ] as const)(
    '%s that is %s in one tab (%s) leaves the other, which tells nothing of it',
    async (what, outcome, frequency) => {
      const texts = new Map<string, string>()
      const config: Partial<Config> =
        what === 'a banner'
          ? { announcements: [{ ...banner, id: 'list', frequency }] }
          : { checklists: [{ ...checklist, frequency }] }
      const one = await open(config, texts)
      const other = await open(config, texts)
      await one.pass(1000)
      await other.pass(2000)
      await end(one, 'list', outcome)
      expect(other.ids()).toEqual(['list'])
      other.profile.refresh()
      await other.clear()
      expect(other.ids()).toEqual([])
      expect(other.tracked.filter(({ event }) => event !== 'Guide Shown')).toEqual([])
    },
  )

  test.each([
    ['dismissed', 'begins anew', 2],
    ['snoozedAt', 'goes on', 1],
  ] as const)(
    'that ends on a device whose clock is ahead (%s) leaves once, and when it is asked for it %s',
    async (end, _how, announcements) => {
      const world = await open({ tours: [tour('a', { frequency: 'always' })] })
      const { now } = world.page
      const record = { shown: 1, first: now, last: now, [end]: now + 300_000 }
      world.profile.merge({ events: {}, features: {}, guides: { a: record } })
      for (let settles = 0; settles < 3; settles++) await world.clear()
      expect(world.ids()).toEqual([])
      await world.director.start('a')
      await world.clear()
      expect(world.ids()).toEqual(['a'])
      expect(told(world, 'Guide Shown')).toHaveLength(announcements)
    },
  )

  test('stays when one of another kind with the same id ends in this tab', async () => {
    const texts = new Map<string, string>()
    const config = {
      tours: [tour('list', { when: { code: true } })],
      checklists: [{ ...checklist, frequency: 'always' as const }],
    }
    const world = await open(config, texts)
    const other = await open({ checklists: config.checklists }, texts)
    await world.pass(1000)
    await world.director.start('list')
    world.screen.splice(1, 1)[0]?.host.close('completed')
    await world.clear()
    expect(world.ids()).toEqual(['list'])
    await other.pass(1000)
    await other.pass(1000)
    await end(other, 'list', 'dismissed')
    world.profile.refresh()
    await world.clear()
    expect(world.ids()).toEqual([])
  })

  test('that the user put off comes back after its time, where it was', async () => {
    const texts = new Map<string, string>()
    const config = { tours: [tour('a', { snooze: 'P1D' })] }
    const before = await open(config, texts)
    await end(before, 'a', 'snoozed')
    before.leave()
    const soon = await open(config, texts, NOW + 3_600_000)
    expect(soon.ids()).toEqual([])
    soon.leave()
    const later = await open(config, texts, NOW + 25 * 3_600_000)
    expect(later.ids()).toEqual(['a'])
    expect(later.screen[0]?.host.saved()).toEqual({ begun: true })
  })

  describe('that the user put off, and then asked for', () => {
    const config = { tours: [tour('a')] }
    async function ask(texts?: Map<string, string>): Promise<World> {
      const world = await open(config, texts)
      await world.pass(1000)
      await end(world, 'a', 'snoozed')
      await world.pass(60_000)
      await world.director.start('a')
      // A tour that goes on after “later” is another showing.
      world.screen[0]?.host.track('Guide Shown')
      return world
    }

    test('goes on after a reload', async () => {
      const texts = new Map<string, string>()
      const before = await ask(texts)
      before.leave()
      expect((await open(config, texts, before.page.now + 1000)).ids()).toEqual(['a'])
    })

    test.each(['completed', 'dismissed'] as const)('does not come back once it was %s', async (outcome) => {
      const world = await ask()
      await end(world, 'a', outcome)
      await world.pass(2 * DAY)
      await world.goTo('/other')
      expect(world.ids()).toEqual([])
    })
  })
})

describe('start() and stop()', () => {
  const config = { tours: [tour('a'), tour('b', { when: { code: true }, audience: { any: [] } })] }

  test('start() supersedes what is open, past audience and trigger', async () => {
    const world = await open(config)
    expect(await world.director.start('b')).toBe('shown')
    expect(world.ids()).toEqual(['b'])
    expect(told(world, 'Guide Dismissed')).toMatchObject([{ guide_id: 'a', how: 'superseded' }])
  })

  test('start() names the gate that refuses, and an id that is none', async () => {
    const world = await open({ tours: [tour('off', { enabled: false })] })
    expect(await world.director.start('off')).toBe('enabled')
    expect(await world.director.start('nothing')).toBe('valid')
    expect(world.warnings).toHaveLength(1)
  })

  test('start() of what may not be shown takes nothing else off the screen', async () => {
    const world = await open({ tours: [tour('a'), tour('off', { enabled: false })] })
    expect(await world.director.start('off')).toBe('enabled')
    expect(world.ids()).toEqual(['a'])
    expect(told(world, 'Guide Dismissed')).toEqual([])
  })

  test('start() takes the place among the tabs over from what it supersedes', async () => {
    const world = await open(config)
    let wasFree = false
    world.releasing = () => {
      wasFree = true
    }
    await world.director.start('b')
    expect([world.claimed(), wasFree]).toEqual([true, false])
  })

  test('start() of what is open leaves it there', async () => {
    const world = await open(config)
    expect(await world.director.start('a')).toBe('shown')
    expect(told(world, 'Guide Dismissed')).toEqual([])
    expect(world.ids()).toEqual(['a'])
  })

  test('stop() takes a guide off the screen and says so once', async () => {
    const world = await open({ tours: [tour('a')] })
    world.director.stop('a')
    world.director.stop('a')
    await world.pass(0)
    expect(world.ids()).toEqual([])
    expect(told(world, 'Guide Dismissed')).toMatchObject([{ guide_id: 'a', how: 'close' }])
  })

  test('start() and explain() of a guide that was left out say all that is wrong with it', async () => {
    const { problems } = validateConfig({ version: 1, tours: [{ id: 'a', stepz: [], audiences: {} }] })
    const world = await visit({}, undefined, undefined, problems)
    const said = problems.map(({ message }) => message)
    expect(said.length).toBeGreaterThan(1)
    expect((await world.director.explain('a')).map(({ why }) => why)).toEqual(said)
    expect(await world.director.start('a')).toBe('valid')
    expect(world.warnings).toEqual(said.map((message) => `start("a"): ${message}`))
  })

  test('explain() has every gate in order, with the one that refuses', async () => {
    const world = await open(config)
    const verdicts = await world.director.explain('b')
    expect(verdicts).toHaveLength(13)
    expect(verdicts.filter(({ passed }) => !passed).map(({ gate }) => gate)).toEqual([
      'audience',
      'trigger',
      'free',
    ])
    expect(await world.director.explain('nothing')).toEqual([
      { gate: 'valid', passed: false, why: 'there is no guide with this id' },
    ])
  })
})

describe('what is measured', () => {
  test('a guide held out is told of once, over reloads, and only when it would have been shown', async () => {
    const texts = new Map<string, string>()
    const config = { tours: [tour('a', { holdout: 100, when: { page: '/here' } })] }
    const world = await open(config, texts)
    expect(told(world, 'Guide Withheld')).toEqual([])
    await world.goTo('/here')
    await world.goTo('/')
    await world.goTo('/here')
    expect(told(world, 'Guide Withheld')).toMatchObject([{ guide_id: 'a', guide_kind: 'tour' }])
    world.leave()
    const again = await open(config, texts)
    await again.goTo('/here')
    expect(told(again, 'Guide Withheld')).toEqual([])
    expect(again.ids()).toEqual([])
  })

  test('a guide held out that waits for a moment is told of when that has come', async () => {
    const world = await open({
      tours: [tour('a', { holdout: 100, when: { afterSeconds: 5, exitIntent: true } })],
    })
    await world.happen({ type: 'exitIntent' })
    expect(told(world, 'Guide Withheld')).toEqual([])
    await world.pass(5000)
    expect(told(world, 'Guide Withheld')).toHaveLength(1)
    expect([world.ids(), listening(world)]).toEqual([[], 0])
  })

  test.each([
    [0, false],
    [100, true],
  ])('a goal reached is told of once, also of the %s %% held out', async (holdout, heldOut) => {
    const world = await open({ tours: [tour('a', { goal: { event: 'Made' }, holdout })] })
    await world.did('Made')
    await world.did('Made')
    expect(told(world, 'Guide Goal Reached')).toMatchObject([{ guide_id: 'a', held_out: heldOut }])
  })
})

describe('a target that does not come', () => {
  const step = { id: 'first', target: '#late', title: 'x', waitSeconds: 4 }
  const config = { tours: [tour('a', { steps: [step] })] }
  const failures = (world: World) => told(world, 'Guide Failed')

  test('is told of after `waitSeconds`, once on a page, and waited for all the same', async () => {
    const world = await open(config)
    await world.pass(3999)
    expect(failures(world)).toEqual([])
    await world.pass(1)
    await world.pass(60_000)
    await world.clear()
    await world.pass(60_000)
    expect(failures(world)).toMatchObject([
      { guide_id: 'a', step_id: 'first', step_index: 0, reason: 'target_missing' },
    ])
    await world.goTo('/other')
    await world.pass(4000)
    expect(failures(world)).toHaveLength(2)
    world.visible.add('#late')
    await world.clear()
    expect(world.ids()).toEqual(['a'])
  })

  test('in time is no failure', async () => {
    const world = await open(config)
    await world.pass(3999)
    world.visible.add('#late')
    await world.clear()
    expect(world.ids()).toEqual(['a'])
    await world.pass(60_000)
    expect(failures(world)).toEqual([])
  })

  test('is no failure of a guide that anything else keeps away', async () => {
    const world = await open({ ...config, surveys: [survey('s', { priority: 1 })] })
    await world.pass(60_000)
    expect(failures(world)).toEqual([])
  })
})

describe('triggers', () => {
  test('guides are rehearsed that only wait for theirs', async () => {
    const world = await open({
      tours: [
        tour('by-code', { when: { code: true } }),
        tour('elsewhere', { when: { code: true, page: '/other' } }),
        tour('for-others', { when: { code: true }, audience: { trait: 'plan', is: 'pro' } }),
        tour('at-once'),
      ],
      surveys: [survey('by-event', { when: { event: 'Exported' } })],
    })
    expect([...world.rehearsed]).toEqual(['by-code', 'by-event'])
    await world.goTo('/other')
    expect([...world.rehearsed]).toEqual(['by-code', 'by-event', 'elsewhere'])
  })

  test('a delay goes on over a reload, and every gate is asked again after it', async () => {
    const texts = new Map<string, string>()
    const config = { tours: [tour('a', { when: { afterSeconds: 10 } })] }
    const before = await open(config, texts)
    await before.pass(6000)
    before.leave()
    const after = await open(config, texts, NOW + 7000)
    await after.pass(2000)
    expect(after.ids()).toEqual([])
    await after.pass(1000)
    expect(after.ids()).toEqual(['a'])
  })

  test('a delay begins anew when the tab was closed and the user comes back another day', async () => {
    const texts = new Map<string, string>()
    const config = { tours: [tour('a', { when: { page: '/', afterSeconds: 30 } })] }
    const before = await open(config, texts)
    await before.pass(2000)
    before.leave()
    const after = await visit(config, texts, NOW + 3 * DAY)
    after.page.session = 's_2'
    await after.goTo('/')
    await after.pass(29_000)
    expect(after.ids()).toEqual([])
    await after.pass(1000)
    expect(after.ids()).toEqual(['a'])
  })

  test('a delay after a moment begins with the moment', async () => {
    const world = await open({ tours: [tour('a', { when: { click: '#x', afterSeconds: 5 } })] })
    await world.pass(60_000)
    await world.happen({ type: 'click' })
    expect(world.ids()).toEqual([])
    await world.pass(4999)
    expect(world.ids()).toEqual([])
    await world.pass(1)
    expect(world.ids()).toEqual(['a'])
  })

  test('a delay is disarmed by the event that cancels it', async () => {
    const world = await open({
      tours: [tour('a', { when: { afterSeconds: 10 }, cancelOn: { event: 'Made' } })],
    })
    await world.did('Made')
    await world.pass(20_000)
    expect(world.ids()).toEqual([])
  })

  test('an event starts a guide; a moment is listened to until it comes', async () => {
    const world = await open({
      tours: [tour('event', { when: { event: 'Made' } })],
      surveys: [survey('exit', { when: { exitIntent: true } })],
    })
    expect([...world.moments.values()]).toEqual([{ exitIntent: true }])
    await world.did('Made')
    expect(world.ids()).toEqual(['event'])
    await world.happen({ type: 'exitIntent' })
    await end(world, 'event', 'completed')
    expect(world.ids()).toEqual(['exit'])
    expect(world.moments.size).toBe(0)
  })

  test('nothing is listened to for guides that could not be shown anyway', async () => {
    const when = { exitIntent: true, idleSeconds: 5, click: '#x', afterSeconds: 3 }
    const world = await open({
      tours: [
        tour('off', { when, enabled: false }),
        tour('late', { when, until: '2020-01-01' }),
        tour('not-me', { when, audience: { trait: 'role', is: 'admin' } }),
        tour('elsewhere', { when: { ...when, page: '/other' } }),
      ],
    })
    expect(listening(world)).toBe(0)
  })

  test('nothing is shown or listened to without consent', async () => {
    const world = await visit({
      tours: [
        tour('a'),
        tour('b', { when: { exitIntent: true }, audience: { element: '#x', visible: true } }),
      ],
    })
    world.mayShow = false
    await world.goTo('/')
    expect([listening(world), world.ids()]).toEqual([0, []])
    world.mayShow = true
    await world.clear()
    expect(world.ids()).toEqual(['a'])
    expect([...world.moments.values()]).toEqual([{ element: '#x' }])
  })
})

test('the elements that items ask for are watched while the checklist is open, on other pages too', async () => {
  const item = { id: 'i', title: 'x', done: { element: '#there', visible: true } } as const
  const world = await open({ checklists: [{ id: 'list', title: 'x', when: { page: '/' }, items: [item] }] })
  const watched = () => [...world.moments.values()]
  expect(watched()).toEqual([{ element: '#there' }])
  await world.goTo('/other')
  expect(world.ids()).toEqual(['list'])
  expect(watched()).toEqual([{ element: '#there' }])
  await end(world, 'list', 'dismissed')
  expect(watched()).toEqual([])
})

describe('of 1,000 guides', () => {
  let asked = 0
  const areas = Array.from({ length: 1000 }, (_, i): Tour => {
    const page = i % 10 === 0 ? '/projects/**' : `/area-${i % 50}/*`
    const audience = { all: [{ trait: `trait-${i % 20}`, is: 'x' }, { event: `Did ${i % 25}` }] }
    return {
      ...tour(`g-${i}`, { when: { page } }),
      get audience() {
        asked++
        return audience
      },
    }
  })
  const counting = async (change: () => Promise<unknown>): Promise<number> => {
    asked = 0
    await change()
    return asked
  }

  test('only those on the page, or that depend on what has changed, are looked at again', async () => {
    const world = await open({ tours: areas })
    expect(await counting(() => world.goTo('/nowhere'))).toBe(0)
    expect(await counting(() => world.goTo('/projects/1'))).toBe(100)
    expect(await counting(() => world.did('Did 5'))).toBe(20)
    expect(await counting(() => world.did('Did something else'))).toBe(0)
    const touch = async (change?: Change) => {
      world.director.touch(change)
      await world.pass(0)
    }
    expect(await counting(() => touch('trait:trait-10'))).toBe(50)
    expect(await counting(() => touch('trait:other'))).toBe(0)
    expect(await counting(touch)).toBe(100)
    expect(listening(world)).toBe(0)
  })
})

test('any config of the schema is decided on without an exception, and leaves nothing', async () => {
  await fc.assert(
    fc.asyncProperty(configs, async (config) => {
      const world = await open(config as Partial<Config>) // of its very schema
      await world.did('One')
      await world.goTo('/projects/1?tab=open')
      await world.pass(100_000)
      for (const { guide_id } of told(world, 'Guide Shown'))
        expect(await world.director.explain(String(guide_id))).toHaveLength(13)
      for (const { id } of world.director.guides()) await world.director.start(id)
      world.leave()
      expect([world.ids(), listening(world)]).toEqual([[], 0])
    }),
    { numRuns: 50 },
  )
}, 30_000)

test('destroy leaves nothing: no guide, no listener, no timer, and no word of it', async () => {
  const world = await open({
    tours: [
      tour('a'),
      tour('b', { when: { exitIntent: true } }),
      tour('c', { when: { afterSeconds: 5 } }),
      tour('d', { audience: { element: '#x', visible: true } }),
    ],
    announcements: [{ ...banner, audience: { not: { element: '#y', visible: true } } }],
  })
  expect(world.ids().sort()).toEqual(['a', 'banner'])
  expect(listening(world)).toBeGreaterThan(2)
  const before = world.tracked.length
  world.leave()
  await world.pass(60_000)
  expect([world.ids(), listening(world), world.tracked.length]).toEqual([[], 0, before])
})
