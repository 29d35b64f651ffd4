import { afterEach, describe, expect, it, vi } from 'vitest'
import { createPrivacy, userObjects } from '../../../src/events/privacy'
import { createWorld, type World } from './world'

const open = (world: World, objects = false, consent = {}) => {
  const { storage } = world.openTab()
  const allow = vi.spyOn(storage, 'allow')
  return { privacy: createPrivacy({ storage, objects, consent }), allow }
}

describe('consent', () => {
  it('allows everything unless somebody objects', () => {
    const { privacy } = open(createWorld())
    expect(['analytics', 'guides', 'storage'].map((what) => privacy.allows(what as 'guides'))).toEqual([
      true,
      true,
      true,
    ])
  })

  it('follows the objection of the browser for analytics, and still shows guides', () => {
    const { privacy } = open(createWorld(), true)
    expect([privacy.allows('analytics'), privacy.allows('guides')]).toEqual([false, true])
  })

  it('puts the choice of the user above browser and host, and keeps it', () => {
    const world = createWorld()
    open(world, true).privacy.choose({ analytics: true })
    expect(open(world, true, { analytics: false }).privacy.allows('analytics')).toBe(true)
    open(world).privacy.choose({ analytics: false })
    expect(open(world).privacy.allows('analytics')).toBe(false)
  })

  it('changes one thing without the others, and says so', () => {
    const { privacy, allow } = open(createWorld())
    const heard: boolean[] = []
    privacy.onChange(() => heard.push(privacy.allows('guides')))
    privacy.choose({ guides: false })
    privacy.choose({ storage: false })
    expect(heard).toEqual([false, false])
    expect(privacy.allows('analytics')).toBe(true)
    expect(allow.mock.calls).toEqual([[true], [true], [false]])
  })
})

describe('an objection', () => {
  afterEach(() => vi.unstubAllGlobals())
  const says = (signals: object, honoured: { gpc: boolean; dnt: boolean }) => {
    vi.stubGlobal('navigator', signals)
    return userObjects(honoured)
  }

  it('is Global Privacy Control, and Do Not Track where that is honoured', () => {
    expect(says({ globalPrivacyControl: true }, { gpc: true, dnt: false })).toBe(true)
    expect(says({ globalPrivacyControl: true }, { gpc: false, dnt: false })).toBe(false)
    expect(says({ doNotTrack: '1' }, { gpc: true, dnt: false })).toBe(false)
    expect(says({ doNotTrack: '1' }, { gpc: true, dnt: true })).toBe(true)
    expect(says({}, { gpc: true, dnt: true })).toBe(false)
  })
})
