import { expect, test } from 'vitest'
import { emptyHistory, recordGuide } from '../../../src/core/history'
import { createProfile, type Profile } from '../../../src/store/profile'

/** Tabs of one browser: they share the texts, and hear of each other. */
function browser() {
  const texts = new Map<string, string>()
  const tabs = new Set<[string, () => void]>()
  const openTab = (owner: string): Profile =>
    createProfile({
      storage: {
        get: (key) => JSON.parse(texts.get(key) ?? 'null') ?? undefined,
        set(key, value) {
          texts.set(key, JSON.stringify(value))
          for (const [listened, heard] of tabs) if (listened === key) heard()
        },
        remove: (key) => void texts.delete(key),
        onChange(key, heard) {
          const tab: [string, () => void] = [key, heard]
          tabs.add(tab)
          return () => tabs.delete(tab)
        },
      },
      owner,
      rules: [],
      changed: () => {},
    })
  return { texts, openTab }
}
const dismiss = (profile: Profile, id: string) =>
  profile.update((history) => recordGuide(history, id, { dismissed: 1 }))

test('two tabs that write at the same time keep the progress of both, and what one forgot is forgotten', () => {
  const { openTab } = browser()
  const one = openTab('ada')
  const other = openTab('ada')
  one.setProgress('tour.a', 1)
  one.flush()
  other.setProgress('tour.b', 1)
  one.setProgress('tour.a', undefined)
  one.flush()
  other.flush()
  expect([openTab('ada').progress('tour.a'), openTab('ada').progress('tour.b')]).toEqual([undefined, 1])
  expect([one.progress('tour.b'), other.progress('tour.a')]).toEqual([1, undefined])
})

test('who is named takes along what they did before; what is known of them already stands above it', () => {
  const { openTab, texts } = browser()
  const known = openTab('ada')
  known.setProgress('tour.a', 'known')
  dismiss(known, 'seen-as-ada')
  known.destroy()
  const profile = openTab('anonymous')
  profile.setProgress('tour.a', 'anonymous')
  profile.setProgress('tour.b', 'anonymous')
  dismiss(profile, 'seen-as-nobody')
  expect(profile.become('ada', 'anonymous')).toBe(true)
  profile.flush()
  expect([...texts.keys()]).toEqual(['profile.ada'])
  const again = openTab('ada')
  expect(Object.keys(again.history().guides).sort()).toEqual(['seen-as-ada', 'seen-as-nobody'])
  expect([again.progress('tour.a'), again.progress('tour.b')]).toEqual(['known', 'anonymous'])
})

test('what is under way stays with who is named for the first time, and with nobody else', () => {
  const { openTab } = browser()
  const profile = openTab('anonymous')
  profile.setProgress('tour.a', 1)
  expect(profile.become('ada', 'anonymous')).toBe(false)
  expect(profile.progress('tour.a')).toBe(1)
  expect(profile.become('bob')).toBe(true)
  expect(profile.progress('tour.a')).toBe(undefined)
  expect(profile.history()).toEqual(emptyHistory())
})
