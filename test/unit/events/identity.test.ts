import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { createIdentity, type Identity } from '../../../src/events/identity'
import { createWorld, type World } from './world'

let world: World
let ids: number

beforeEach(() => {
  world = createWorld()
  ids = 0
})
const open = (): Identity =>
  createIdentity({ storage: world.openTab().storage, createId: () => `anon${ids++}` })

describe('identity', () => {
  it('is kept over visits, with the traits of user and account', () => {
    const identity = open()
    identity.identify('ada', { role: 'admin' }, 'hmac')
    identity.identify('ada', { name: 'Ada' })
    identity.group('acme', { plan: 'trial' })
    identity.group('acme', { seats: 3 })
    expect(open().who()).toEqual({
      anonymousId: 'anon0',
      userId: 'ada',
      traits: { role: 'admin', name: 'Ada' },
      signature: 'hmac',
      accountId: 'acme',
      account: { plan: 'trial', seats: 3 },
    })
  })

  it('takes the anonymous user along when a name is given', () => {
    const identity = open()
    const { anonymousId } = identity.who()
    identity.identify('ada', {})
    expect(identity.who().anonymousId).toBe(anonymousId)
  })

  it('forgets traits of another account', () => {
    const identity = open()
    identity.group('acme', { plan: 'trial' })
    identity.group('other', { seats: 3 })
    expect(identity.who().account).toEqual({ seats: 3 })
  })

  it('shows nothing of one user to the next, named or not', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.dictionary(fc.string(), fc.string()), (named, traits) => {
        const identity = open()
        identity.reset()
        identity.identify('ada', { ...traits, secret: 'ada' }, 'hmac-of-ada')
        identity.group('acme', { secret: 'acme' })
        const { anonymousId } = identity.who()
        if (named) identity.identify('bob', {})
        else identity.reset()
        expect(identity.who()).toEqual({
          anonymousId: expect.not.stringMatching(`^${anonymousId}$`),
          ...(named && { userId: 'bob' }),
          traits: {},
          account: {},
        })
      }),
    )
  })

  it('starts afresh where what was kept is damaged', () => {
    for (const damage of ['7', '"x"', '[]', '{"anonymousId":3,"traits":{},"account":{}}']) {
      world.texts.set('identity', damage)
      expect(open().who()).toMatchObject({ anonymousId: expect.stringMatching(/^anon\d+$/), traits: {} })
    }
  })

  it('tells who it was before', () => {
    const identity = open()
    const heard: unknown[] = []
    identity.onChange((who, before) => heard.push([before.userId, who.userId]))
    identity.identify('ada', {})
    identity.identify('bob', {})
    expect(heard).toEqual([
      [undefined, 'ada'],
      ['ada', 'bob'],
    ])
  })
})
