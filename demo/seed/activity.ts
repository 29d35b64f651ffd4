import type { Act } from './acts'
import { MINUTE_MS } from './calendar'
import { createMessage, type Message, track, type Visit } from './message'
import { type Deed, knownDeeds } from './work'

const TITLES: Readonly<Record<string, string>> = {
  '/projects': 'Projects',
  '/projects/board': 'Board',
  '/projects/new': 'New project',
  '/reports': 'Reports',
  '/team': 'Team',
  '/billing': 'Billing',
}

/** What the SDK would have sent during a visit, in order: the session, pages, product events, features, guides. */
export function* activity(visit: Visit, acts: readonly Act[]): Generator<Message> {
  const { startMs, random } = visit
  const go = createNavigation(visit)
  yield track(visit, startMs, '/projects', 'Session Started', { session_id: visit.sessionId })
  yield* go('/projects', startMs + 150)
  let nowMs = startMs + 800
  for (const act of acts) {
    nowMs += act.afterMs
    yield* go(act.path, nowMs - 40)
    yield track(visit, nowMs, act.path, act.event, act.properties(visit))
  }
  const deeds = chooseDeeds(visit)
  const endMs = Math.max(startMs + visit.durationMs, nowMs + deeds.length * 12_000)
  const paceMs = (endMs - nowMs) / (deeds.length + 1)
  for (const deed of deeds) {
    nowMs += Math.round(paceMs * random.between(0.8, 1))
    yield* go(deed.path, nowMs - 400)
    yield* perform(visit, deed, nowMs)
  }
  yield sessionEnd(visit, endMs, deeds.length + acts.length)
}

/** A `page` message whenever the path is another one than before. */
function createNavigation(visit: Visit) {
  let current = ''
  return function* go(path: string, atMs: number): Generator<Message> {
    if (path === current) return
    current = path
    const title = TITLES[path] ?? 'Tandem'
    yield createMessage(visit, atMs, path, { type: 'page', name: title, properties: { path, title } })
  }
}

function chooseDeeds({ account, durationMs, random }: Visit): Deed[] {
  const known = knownDeeds(account.featureShare)
  const weights = known.map(({ weight }) => weight)
  const count = Math.min(12, Math.max(1, Math.round((durationMs / MINUTE_MS) * random.between(0.2, 0.4))))
  return Array.from({ length: count }, () => known[random.index(weights)]).filter(
    (deed) => deed !== undefined,
  )
}

function* perform(visit: Visit, deed: Deed, atMs: number): Generator<Message> {
  yield track(visit, atMs, deed.path, deed.event, deed.properties(visit.random))
  const used = { feature_id: deed.feature.id, feature_name: deed.feature.name }
  yield track(visit, atMs + 2, deed.path, 'Feature Used', used)
}

function sessionEnd(visit: Visit, endMs: number, events: number): Message {
  const durationMs = endMs - visit.startMs
  return track(visit, endMs, '/projects/board', 'Session Ended', {
    session_id: visit.sessionId,
    duration_ms: durationMs,
    active_ms: Math.round(durationMs * visit.random.between(0.55, 0.9)),
    // Product events, and the clicks around them that are no event.
    actions: events + Math.round(events * visit.random.between(1.4, 2.8)) + 1,
  })
}
