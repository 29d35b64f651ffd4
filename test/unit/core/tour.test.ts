import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Context } from '../../../src/core/context'
import { rules } from '../../../src/core/rules'
import { type TourEffect, type TourInput, type TourState, tourStep } from '../../../src/core/tour'
import type { Step, Tour } from '../../../src/schema'
import { aContext, NOW } from './a-context'

const aTour = (...steps: (Partial<Step> & { id: string })[]): Tour => ({
  id: 't',
  steps: steps.map((step) => ({ title: step.id, ...step })),
})

/** Plays a tour; every state goes through JSON, as it does in storage. */
function play(tour: Tour, change: Partial<Context> = {}) {
  let state: TourState | undefined
  let context = aContext(change)
  let effects: TourEffect[] = []
  let now = tour
  const self = {
    send: (...inputs: TourInput[]) => {
      for (const input of inputs) {
        const result = tourStep(state, input, now, context, rules)
        state = result.state && JSON.parse(JSON.stringify(result.state))
        effects = result.effects
        // A step without a target is shown by the screen as soon as the user is free: here at once.
        const last = effects.find((effect) => effect.type === 'locate')
        if (last && last.step.target === undefined) {
          const before = effects.filter((effect) => effect !== last && effect.type !== 'save')
          self.send({ type: 'targetFound', locatorIndex: 0 })
          effects = [...before, ...effects]
        }
      }
      return self
    },
    start: () => self.send({ type: 'start' }),
    next: () => self.send({ type: 'next', how: 'button' }),
    on: (path: string) => self.at({ path }).send({ type: 'page' }),
    at: (changed: Partial<Context>) => {
      context = { ...context, ...changed }
      return self
    },
    config: (changed: Tour) => {
      now = changed
      return self
    },
    restore: (saved: TourState) => {
      state = saved
      return self
    },
    get state() {
      return state
    },
    get effects() {
      return effects
    },
    /** Effects in short: events by name, others by type. */
    get did() {
      return effects.map((effect) => (effect.type === 'track' ? effect.event : effect.type))
    },
    get screen() {
      return effects.flatMap((effect) => (effect.type === 'render' ? [effect.view] : []))[0]
    },
    get closing() {
      return effects.flatMap((effect) => (effect.type === 'close' ? [effect] : []))[0]
    },
    tracked: (event: string) =>
      effects.flatMap((effect) =>
        effect.type === 'track' && effect.event === event ? [effect.properties] : [],
      )[0],
  }
  return self
}

describe('a tour without targets', () => {
  const tour = aTour({ id: 'a' }, { id: 'b' })

  test('shows its steps in order, tells of each once, and ends as completed', () => {
    const it = play(tour).start()
    expect(it.did).toEqual(['render', 'Guide Shown', 'Step Viewed', 'save'])
    expect(it.screen).toMatchObject({ index: 0, total: 2, canGoBack: false, isLast: false })
    it.next()
    expect(it.did).toEqual(['Step Completed', 'render', 'Step Viewed', 'save'])
    expect(it.tracked('Step Completed')).toEqual({ step_id: 'a', step_index: 0, how: 'button' })
    expect(it.screen).toMatchObject({ index: 1, total: 2, canGoBack: true, isLast: true })
    it.next()
    expect(it.did).toEqual(['Step Completed', 'close'])
    expect(it.closing).toMatchObject({ outcome: 'completed' })
    expect(it.state).toBeUndefined()
  })

  test('goes back without telling of the step again', () => {
    const it = play(tour).start().next().send({ type: 'back' })
    expect(it.did).toEqual(['render', 'save'])
    expect(it.screen).toMatchObject({ index: 0, canGoBack: false })
    expect(it.send({ type: 'back' }).effects).toEqual([])
  })

  test('closing tells how and at which step', () => {
    const it = play(tour).start().next().send({ type: 'close', how: 'escape' })
    expect(it.closing).toEqual({
      type: 'close',
      outcome: 'dismissed',
      properties: { step_id: 'b', step_index: 1, how: 'escape' },
    })
  })

  test('“later” keeps the place, and the next showing is told of', () => {
    const it = play(tour).start().next().send({ type: 'snooze' })
    const saved = it.effects.flatMap((effect) => (effect.type === 'save' ? [effect.state] : []))[0]
    expect(it.closing?.outcome).toBe('snoozed')
    const again = play(tour)
      .restore(saved as TourState)
      .send({ type: 'resume' })
    expect(again.did).toEqual(['render', 'Guide Shown', 'save'])
    expect(again.screen?.step.id).toBe('b')
  })
})

describe('a target', () => {
  const tour = aTour({ id: 'a', target: '#a', waitSeconds: 3 }, { id: 'b' })
  const found: TourInput = { type: 'targetFound', locatorIndex: 0 }

  test('is looked for first, and nothing is told before it is there', () => {
    const it = play(tour).start()
    expect(it.did).toEqual(['locate', 'save'])
    expect(it.effects[0]).toMatchObject({ waitMs: 3000, step: { target: '#a' } })
    expect(it.send(found).did).toEqual(['render', 'Guide Shown', 'Step Viewed', 'save'])
  })

  test('found by a locator further down is told of', () => {
    const it = play(tour).start().send({ type: 'targetFound', locatorIndex: 2 })
    expect(it.tracked('Target Healed')).toEqual({
      step_id: 'a',
      step_index: 0,
      locator_index: 2,
      tried: '#a',
    })
  })

  test('that does not come is told of with what was tried, and passed over', () => {
    const it = play(tour)
      .start()
      .send({ type: 'targetMissing', tried: ['#a'] })
    expect(it.tracked('Guide Failed')).toEqual({
      step_id: 'a',
      step_index: 0,
      reason: 'target_missing',
      tried: ['#a'],
    })
    expect(it.screen?.step.id).toBe('b')
  })

  test('`missing` may end the tour, or show the step in the middle', () => {
    const ends = play(aTour({ id: 'a', target: '#a', missing: 'end' }))
      .start()
      .send({ type: 'targetMissing' })
    expect(ends.did).toEqual(['close'])
    expect(ends.closing).toMatchObject({
      outcome: 'failed',
      properties: { reason: 'target_missing', step_id: 'a' },
    })
    const centers = play(aTour({ id: 'a', target: '#a', missing: 'center' }))
      .start()
      .send({ type: 'targetMissing' })
    expect(centers.did).toEqual(['Guide Failed', 'render', 'Guide Shown', 'Step Viewed', 'save'])
    expect(centers.screen?.centered).toBe(true)
  })

  test('that never comes for any step fails the tour', () => {
    const it = play(aTour({ id: 'a', target: '#a' }))
      .start()
      .send({ type: 'targetMissing' })
    expect(it.closing).toMatchObject({ outcome: 'failed', properties: { reason: 'no_step_shown' } })
  })

  test('that goes is waited for again, then handled as missing', () => {
    const it = play(tour).start().send(found, { type: 'targetLost' })
    expect(it.did).toEqual(['locate', 'save'])
    expect(it.send(found).did).toEqual(['render', 'save'])
    it.send({ type: 'targetLost' }, { type: 'targetMissing' })
    expect(it.tracked('Guide Failed')).toMatchObject({ reason: 'target_lost' })
  })

  test('in a menu is reached by opening it, once', () => {
    const menu = aTour({ id: 'a', target: '#a', before: { click: '#menu' } })
    const it = play(menu).start()
    expect(it.effects[0]).toEqual({ type: 'prepare', click: '#menu', unless: '#a' })
    expect(it.send(found, { type: 'targetLost' }).did).toEqual(['locate', 'save'])
  })

  test('missing on the way back leads further back', () => {
    const it = play(aTour({ id: 'a' }, { id: 'b', target: '#b' }, { id: 'c' }))
      .start()
      .next()
      .send(found)
      .next()
    it.send({ type: 'back' }, { type: 'targetMissing' })
    expect(it.screen?.step.id).toBe('a')
  })
})

describe('going on by what the user does', () => {
  test.each(['click', 'input', 'element'] as const)('%s completes the step', (how) => {
    const it = play(aTour({ id: 'a' }, { id: 'b' }))
      .start()
      .send({ type: 'advance', how })
    expect(it.tracked('Step Completed')).toMatchObject({ how })
    expect(it.screen?.step.id).toBe('b')
  })

  test('an event completes the step when its properties fit', () => {
    const tour = aTour({ id: 'a', advance: { event: 'Made', where: { ok: { is: true } } } }, { id: 'b' })
    const it = play(tour).start().send({ type: 'event', name: 'Made', properties: {} })
    expect(it.effects).toEqual([])
    expect(it.send({ type: 'event', name: 'Made', properties: { ok: true } }).screen?.step.id).toBe('b')
  })

  test('an event while the target is still looked for makes the step needless, not completed', () => {
    const tour = aTour({ id: 'a', target: '#a', advance: { event: 'Made' } }, { id: 'b' })
    const it = play(tour).start().send({ type: 'event', name: 'Made', properties: {} })
    expect(it.did).toEqual(['render', 'Guide Shown', 'Step Viewed', 'save'])
    expect(it.screen?.step.id).toBe('b')
  })

  test('a page completes the step, also when it is reached by a full load', () => {
    const tour = aTour({ id: 'a', advance: { page: '/reports' } }, { id: 'b' })
    const spa = play(tour).start().on('/reports')
    expect(spa.tracked('Step Completed')).toMatchObject({ step_id: 'a', how: 'page' })
    const loaded = play(tour).start().at({ path: '/reports' }).send({ type: 'resume' })
    expect(loaded.tracked('Step Completed')).toMatchObject({ step_id: 'a', how: 'page' })
    expect(loaded.screen?.step.id).toBe('b')
  })

  test('a step that leads where the user is already is not shown', () => {
    const it = play(aTour({ id: 'a', advance: { page: '/projects' } }, { id: 'b' })).start()
    expect(it.screen?.step.id).toBe('b')
    expect(it.did).not.toContain('Step Completed')
  })
})

describe('pages', () => {
  const tour = aTour({ id: 'a' }, { id: 'b', page: '/team' })

  test('a step waits off the screen until the user is on its page', () => {
    const it = play(tour).start().next()
    expect(it.did).toEqual(['Step Completed', 'hide', 'save'])
    expect(it.on('/reports').effects).toEqual([])
    expect(it.on('/team').screen?.step.id).toBe('b')
    expect(it.on('/reports').did).toEqual(['hide', 'save'])
  })

  test('a page that is not reached within 30 minutes ends the tour, so that it blocks no other', () => {
    const it = play(tour)
      .start()
      .next()
      .at({ now: NOW + 30 * 60_000 })
      .send({ type: 'context' })
    expect(it.effects).toEqual([])
    it.at({ now: NOW + 30 * 60_000 + 1 }).send({ type: 'context' })
    expect(it.closing).toMatchObject({ outcome: 'failed', properties: { reason: 'page_not_reached' } })
  })
})

describe('branches', () => {
  const admin: Partial<Context> = { traits: { role: 'admin' } }
  const tour = aTour({ id: 'a' }, { id: 'b', show: { trait: 'role', is: 'admin' } }, { id: 'c' }, { id: 'd' })

  test('`show` decides which steps there are', () => {
    expect(play(tour).start().screen?.total).toBe(3)
    expect(play(tour, admin).start().screen?.total).toBe(4)
    expect(play(tour).start().next().screen?.step.id).toBe('c')
  })

  test('`goto` leads to a step, to the end, and on when a newer config has lost it', () => {
    const to = (step: string) => play(tour).start().send({ type: 'goto', step, how: 'button' })
    expect(to('d').screen?.step.id).toBe('d')
    expect(to('end').closing?.outcome).toBe('completed')
    expect(to('gone').screen?.step.id).toBe('c')
    expect(to('d').send({ type: 'back' }).screen?.step.id).toBe('a')
  })

  test('a tour of which no step is for this user fails, and says so', () => {
    const it = play(aTour({ id: 'a', show: { any: [] } })).start()
    expect(it.closing).toMatchObject({ outcome: 'failed', properties: { reason: 'no_step_shown' } })
  })
})

test('a changed config resumes at the same step by id, else after the last one that is left', () => {
  const it = play(aTour({ id: 'a' }, { id: 'b' }, { id: 'c' }))
    .start()
    .next()
  it.config(aTour({ id: 'new' }, { id: 'a' }, { id: 'b' })).send({ type: 'resume' })
  expect(it.screen).toMatchObject({ index: 2, step: { id: 'b' } })
  it.config(aTour({ id: 'new' }, { id: 'a' }, { id: 'z' })).send({ type: 'resume' })
  expect(it.screen?.step.id).toBe('z')
})

describe('any tour, any inputs', () => {
  const ids = ['a', 'b', 'c', 'd'] as const
  const page = fc.constantFrom('/projects', '/team', '/reports')
  const step = fc.record(
    {
      target: fc.constant('#x'),
      page,
      advance: fc.oneof(fc.record({ page }), fc.constant({ event: 'Made' })),
      show: fc.constantFrom({ trait: 'role', is: 'admin' }, { page: '/team' }),
      missing: fc.constantFrom<NonNullable<Step['missing']>[]>('skip', 'end', 'center'),
      before: fc.constant({ click: '#menu' }),
    },
    { requiredKeys: [] },
  )
  const tour = fc
    .array(step, { minLength: 1, maxLength: 4 })
    .map((steps) => aTour(...steps.map((one, i) => ({ id: ids[i] ?? 'a', ...one }))))
  const move = fc.oneof(
    fc.constantFrom<TourInput[]>(
      { type: 'next', how: 'button' },
      { type: 'back' },
      { type: 'targetFound', locatorIndex: 0 },
      { type: 'targetFound', locatorIndex: 1 },
      { type: 'targetMissing' },
      { type: 'targetLost' },
      { type: 'event', name: 'Made', properties: {} },
      { type: 'advance', how: 'click' },
      { type: 'context' },
      { type: 'resume' },
    ),
    fc.record({
      type: fc.constant('goto' as const),
      step: fc.constantFrom(...ids, 'end'),
      how: fc.constant('button' as const),
    }),
    page.map((path) => ({ path })),
  )
  const apply = (it: ReturnType<typeof play>, one: TourInput | { path: string }) =>
    'path' in one ? it.on(one.path) : it.send(one)

  test('each step is viewed once, each showing told of once, and what is saved is the state', () => {
    fc.assert(
      fc.property(tour, fc.array(move, { maxLength: 30 }), (one, moves) => {
        const it = play(one)
        const events: string[] = []
        const note = () => {
          for (const effect of it.effects) {
            if (effect.type === 'track') events.push(`${effect.event} ${effect.properties.step_id ?? ''}`)
            if (effect.type === 'save') expect(effect.state).toEqual(it.state)
          }
          expect(it.closing === undefined).toBe(it.state !== undefined || it.effects.length === 0)
          if (it.screen) expect(it.state).toMatchObject({ phase: 'shown', step: it.screen.step.id })
        }
        it.start()
        note()
        for (const next of moves) {
          if (!it.state) break
          apply(it, next)
          note()
        }
        const once = events.filter((event) => /^(Guide Shown|Step Viewed)/.test(event))
        expect(new Set(once).size).toBe(once.length)
      }),
      { numRuns: 500 },
    )
  })

  test('from wherever they lead there is a way out: closing at once, and going along in a few steps', () => {
    fc.assert(
      fc.property(tour, fc.array(move, { maxLength: 20 }), (one, moves) => {
        const it = play(one).start()
        for (const next of moves) if (it.state) apply(it, next)
        if (!it.state) return
        const there = it.state
        expect(tourStep(there, { type: 'close', how: 'close' }, one, aContext(), rules).state).toBeUndefined()
        let patience = one.steps.length * 3
        while (it.state && patience-- > 0) {
          const here = one.steps.find(({ id }) => id === it.state?.step)
          if (it.state.phase === 'shown') it.next()
          else if (it.state.phase === 'target') it.send({ type: 'targetMissing' })
          else it.on(String(here?.page))
        }
        expect(it.state).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })
})
