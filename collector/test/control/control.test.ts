import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openControl } from '../../src/control/control'
import type { Control, Sighting } from '../../src/control/types'

let folder: string
let control: Control
let now = 1_000_000
const open = () => openControl(`file:${join(folder, 'control.db')}`, () => now)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handrail-control-'))
  control = await open()
})
afterEach(async () => {
  await control.close()
  await rm(folder, { recursive: true, force: true })
})

describe('projects and keys', () => {
  it('are found by write key and API token, also by another process', async () => {
    const made = await control.projects.create({ name: 'Tandem' })
    const other = await open()
    expect(await other.keys.projectOfWriteKey(made.writeKey)).toMatchObject({
      id: made.projectId,
      name: 'Tandem',
    })
    expect(await other.keys.projectOfApiToken(made.apiToken)).toMatchObject({ id: made.projectId })
    expect(await other.keys.projectOfApiToken(made.writeKey)).toBeUndefined()
    await other.close()
  })

  it('that were found before stay known where others are looked up too often', async () => {
    const { projectId, writeKey } = await control.projects.create({ name: 'Tandem' })
    const refuse = () => {
      throw new Error('too many')
    }
    await expect(control.keys.projectOfWriteKey(writeKey, refuse)).rejects.toThrow('too many')
    await control.keys.projectOfWriteKey(writeKey)
    now += 60_000
    expect(await control.keys.projectOfWriteKey(writeKey, refuse)).toMatchObject({ id: projectId })
    await expect(control.keys.projectOfWriteKey('wk_nobody', refuse)).rejects.toThrow('too many')
  })

  it('refuse a time zone that does not exist', async () => {
    await expect(control.projects.create({ name: 'x', timeZone: 'Mars/Olympus' })).rejects.toThrow(/IANA/)
  })
})

describe('people', () => {
  it('sign in with their password alone', async () => {
    const person = await control.people.create('Ada@example.com', 'correct horse')
    expect(await control.people.verify('ada@example.com', 'correct horse')).toEqual(person)
    expect(await control.people.verify('ada@example.com', 'wrong horse!')).toBeUndefined()
    expect(await control.people.verify('bob@example.com', 'correct horse')).toBeUndefined()
  })

  it('stay signed in until the login expires or is removed', async () => {
    const person = await control.people.create('ada@example.com', 'correct horse')
    const token = await control.logins.create(person.id, now + 1_000)
    expect(await control.logins.find(token)).toEqual({ person, expiresAt: now + 1_000 })
    now += 1_000
    expect(await control.logins.find(token)).toBeUndefined()
    const another = await control.logins.create(person.id, now + 1_000)
    await control.logins.remove(another)
    expect(await control.logins.find(another)).toBeUndefined()
  })

  it('are signed out everywhere by a new password, which alone is right from then on', async () => {
    const [ada, bob] = [
      await control.people.create('ada@example.com', 'correct horse'),
      await control.people.create('bob@example.com', 'correct horse'),
    ]
    const token = await control.logins.create(ada.id, now + 1_000)
    const others = await control.logins.create(bob.id, now + 1_000)
    expect(await control.people.setPassword('Ada@example.com', 'battery staple')).toBe(true)
    expect(await control.logins.find(token)).toBeUndefined()
    expect(await control.logins.find(others)).toMatchObject({ person: bob })
    expect(await control.people.verify('ada@example.com', 'correct horse')).toBeUndefined()
    expect(await control.people.verify('ada@example.com', 'battery staple')).toEqual(ada)
    expect(await control.people.setPassword('nobody@example.com', 'battery staple')).toBe(false)
  })
})

describe('configs', () => {
  const config = (title: string) => ({ version: 1, announcements: [{ id: 'hello', as: 'banner', title }] })

  it('are versions: the last published is live, and an older one can be again', async () => {
    const { projectId } = await control.projects.create({ name: 'x' })
    const first = await control.configs.publish(projectId, config('one'))
    now += 1
    const second = await control.configs.publish(projectId, config('two'))
    expect((await control.configs.live(projectId))?.hash).toBe(second.hash)
    expect(await control.configs.makeLive(projectId, first.hash ?? '')).toBe(true)
    expect(await control.configs.makeLive(projectId, 'nothing')).toBe(false)
    expect(await control.configs.history(projectId)).toMatchObject([
      { hash: second.hash, live: false },
      { hash: first.hash, live: true },
    ])
  })

  it('with an error are not stored', async () => {
    const { projectId } = await control.projects.create({ name: 'x' })
    const { hash, problems } = await control.configs.publish(projectId, { version: 1, tuors: [] })
    expect(hash).toBeNull()
    expect(problems[0]).toMatchObject({ code: 'unknown_key', at: 'tuors' })
    expect(await control.configs.history(projectId)).toEqual([])
  })
})

describe('traits', () => {
  const key = fc.constantFrom('plan', 'seats', '__proto__')
  /** Hours apart, because when someone was last seen is written down every ten minutes only. */
  const time = fc.integer({ min: 1, max: 9 }).map((hour) => hour * 3_600_000)
  const told = fc.record({ value: fc.constantFrom('a', 'b', 1, true, null, ['x']), ts: time })
  const sighting: fc.Arbitrary<Sighting> = fc
    .record({
      kind: fc.constantFrom('user' as const, 'account' as const),
      id: fc.constantFrom('acme', 'ada'),
      seen: fc.tuple(time, time),
      traits: fc.array(fc.tuple(key, told), { maxLength: 3 }),
      account: fc.option(fc.record({ id: fc.constantFrom('acme', 'globex'), ts: time })),
    })
    .map(({ kind, id, seen, traits, account }) => ({
      kind,
      id,
      firstSeen: Math.min(...seen),
      lastSeen: Math.max(...seen),
      traits: new Map(traits),
      ...(kind === 'user' && account && { account }),
    }))

  it('come out the same in whatever order and however often blocks come', { timeout: 60_000 }, async () => {
    let projects = 0
    const merged = async (blocks: Sighting[][]) => {
      const project = `p${projects++}`
      for (const block of blocks) await control.traits.merge(project, block)
      return [
        await control.traits.accounts(project),
        await control.traits.user(project, 'ada'),
        await control.traits.user(project, 'acme'),
        await control.traits.users(project, 'globex'),
      ]
    }
    await fc.assert(
      fc.asyncProperty(fc.array(sighting, { minLength: 1, maxLength: 6 }), async (sightings) => {
        const blocks = sightings.map((one) => [one])
        const expected = await merged(blocks)
        expect(await merged([...blocks].reverse())).toEqual(expected)
        expect(await merged([...blocks, ...blocks])).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })

  it('know the account a user was named in last, also where an older name of another comes late', async () => {
    const hour = 3_600_000
    const named = (id: string, ts: number, lastSeen = ts) =>
      control.traits.merge('late', [
        { kind: 'user', id: 'ada', firstSeen: hour, lastSeen, traits: new Map(), account: { id, ts } },
      ])
    await named('globex', hour, 9 * hour)
    await named('globex', 8 * hour)
    await named('acme', 5 * hour)
    expect(await control.traits.accountsOf('late', ['ada'])).toEqual(new Map([['ada', 'globex']]))
  })

  it('know the account a user is in now, however quickly it changes', async () => {
    for (const [i, id] of ['acme', 'globex', 'acme'].entries())
      await control.traits.merge('p', [
        { kind: 'user', id: 'ada', firstSeen: i, lastSeen: i, traits: new Map(), account: { id, ts: i } },
      ])
    expect(await control.traits.accountsOf('p', ['ada', 'bob'])).toEqual(new Map([['ada', 'acme']]))
  })

  it('are the newest by key; null removes one', async () => {
    const merge = (ts: number, traits: Record<string, unknown>) =>
      control.traits.merge('p', [
        {
          kind: 'account',
          id: 'acme',
          firstSeen: ts,
          lastSeen: ts,
          traits: new Map(Object.entries(traits).map(([key, value]) => [key, { value, ts }])),
        },
      ])
    await merge(5, { plan: 'pro', seats: 20, gone: 'soon' })
    await merge(3, { plan: 'trial', mrr: 490 })
    await merge(9, { gone: null })
    expect(await control.traits.account('p', 'acme')).toEqual({
      id: 'acme',
      traits: { plan: 'pro', seats: 20, mrr: 490 },
      firstSeen: 3,
      lastSeen: 9,
    })
  })
})
