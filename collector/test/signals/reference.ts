import { isActivity } from '../../src/event-store/activity'
import type { Metric, Signals } from '../../src/health/signals'
import type { ConfigFacts } from '../../src/signals/config-facts'
import { addDays, dayOf, daysBetween } from '../../src/signals/days'
import type { Told } from './history'

type Props = Record<string, unknown>

interface Event {
  id: string
  day: string
  ts: number
  user: string
  type: string
  name: string
  props: Props
  traits: Props
  active: boolean
}

/**
 * Signals of one account from its raw events, straight from the definitions and in no way like the SQL: the two must
 * agree. Messages are taken once each, by id.
 */
export function referenceSignals(
  told: readonly Told[],
  asOf: string,
  timeZone: string,
  facts: ConfigFacts,
): Signals {
  const known = new Map(told.map((one) => [one.message.messageId, one]))
  const events = [...known.values()].map((one) => toEvent(one, timeZone)).filter(({ day }) => day <= asOf)
  events.sort((a, b) => a.ts - b.ts)
  const inW = (event: Event) => event.day >= addDays(asOf, -28) && event.day < asOf
  const inP = (event: Event) => event.day >= addDays(asOf, -56) && event.day < addDays(asOf, -28)
  const active = events.filter((event) => event.active)
  const firstDay = events.map(({ day }) => day).sort()[0] ?? asOf
  const trait = (name: string) =>
    events.filter(({ type, traits }) => type === 'group' && name in traits).at(-1)?.traits[name]
  const created = isoDay(trait('createdAt')) ?? firstDay
  const daysOf = (some: Event[]) => new Set(some.map(({ day }) => day)).size
  const userDays = (some: Event[]) => new Set(some.map(({ user, day }) => `${user} ${day}`)).size
  const renewal = isoDay(trait('renewsAt'))
  const seats = trait('seats')
  const lastActive =
    active
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? created

  return {
    ageDays: daysBetween(created, asOf),
    activeDays: daysOf(active.filter(inW)),
    userDays: userDays(active.filter(inW)),
    userDaysPrev: userDays(active.filter(inP)),
    mau: new Set(active.filter(inW).map(({ user }) => user)).size,
    ...(typeof seats === 'number' && { seats }),
    ...features(events, facts, inW, inP),
    ...sessions(events.filter(inW)),
    ...onboarding(events, facts, created, asOf),
    ...answers(events, asOf),
    ...champion(events, inW, inP),
    daysSinceActive: daysBetween(lastActive, asOf),
    ...(renewal && renewal >= asOf && { daysToRenewal: daysBetween(asOf, renewal) }),
  }
}

function toEvent({ ts, message }: Told, timeZone: string): Event {
  const name = message.event ?? message.name ?? ''
  return {
    id: message.messageId,
    ts,
    name,
    day: dayOf(ts, timeZone),
    type: message.type,
    user: message.userId ?? '',
    props: message.properties ?? {},
    traits: message.traits ?? {},
    active: isActivity(message.type, name),
  }
}

function features(
  events: Event[],
  facts: ConfigFacts,
  inW: (event: Event) => boolean,
  inP: (event: Event) => boolean,
) {
  const uses = events.flatMap((event) => {
    if (event.name === 'Feature Used') return [{ event, id: String(event.props.feature_id) }]
    return facts.features.filter((feature) => feature.event === event.name).map(({ id }) => ({ event, id }))
  })
  const days = (id: string, when: (event: Event) => boolean) =>
    new Set(uses.filter((use) => use.id === id && when(use.event)).map((use) => use.event.day)).size
  const ids = [...new Set(uses.map(({ id }) => id))].sort()
  const used = ids.filter((id) => days(id, inW) > 0)
  const habits = used.filter((id) => days(id, inW) >= 4)
  const key = facts.features.filter((feature) => feature.key).map(({ id }) => id)
  const keyUsed = key.filter((id) => used.includes(id))
  const abandoned = ids.filter((id) => days(id, inP) >= 4 && days(id, inW) === 0)
  const nameOf = (id: string) => facts.features.find((feature) => feature.id === id)?.name ?? id
  return {
    keyFeatures: { done: keyUsed.length, of: key.length },
    keyFeatureShare: keyUsed.length / key.length,
    habit: { done: habits.length, of: used.length },
    habitRatio: used.length === 0 ? 0 : habits.length / used.length,
    ...(abandoned.length > 0 && { abandonedFeatures: abandoned.map(nameOf) }),
  }
}

function sessions(events: Event[]) {
  const reported = events.filter(({ name }) => name === 'Session Ended')
  let lengths = reported.map(({ props }) => Number(props.duration_ms))
  let actions = reported.reduce((sum, { props }) => sum + Number(props.actions), 0)
  if (reported.length === 0) {
    const acts = events.filter(({ active, name }) => active && name !== 'Feature Used')
    actions = acts.length
    lengths = []
    for (const user of new Set(acts.map((event) => event.user))) {
      let start = Number.NEGATIVE_INFINITY
      let end = start
      for (const { ts } of acts.filter((event) => event.user === user)) {
        if (ts - end > 30 * 60_000) {
          if (Number.isFinite(start)) lengths.push(end - start)
          start = ts
        }
        end = ts
      }
      lengths.push(end - start)
    }
  }
  if (lengths.length === 0) return { medianSessionMin: 0, actionsPerSession: 0 }
  lengths.sort((a, b) => a - b)
  const half = lengths.length / 2
  const middle = [lengths[Math.ceil(half) - 1] ?? 0, lengths[Math.floor(half)] ?? 0]
  return {
    medianSessionMin: ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2 / 60_000,
    actionsPerSession: actions / lengths.length,
  }
}

function onboarding(events: Event[], facts: ConfigFacts, created: string, asOf: string): Partial<Signals> {
  const of = (name: string, kind: string) =>
    events.filter((event) => event.name === name && event.props.guide_kind === kind)
  const seen = facts.checklists.filter(({ id }) => events.some(({ props }) => props.guide_id === id))
  const items = of('Item Completed', 'checklist')
  const total = seen.reduce((sum, { items: count }) => sum + count, 0)
  const done = new Set(items.map(({ props }) => props.item_id)).size
  const started = new Set(of('Guide Shown', 'tour').map(({ user }) => user)).size
  const completed = new Set(of('Guide Completed', 'tour').map(({ user }) => user)).size
  const rule = facts.firstValue
  const first = events
    .filter(({ name }) => rule && 'event' in rule && name === rule.event)
    .map(({ day }) => day)
    .sort()[0]
  const lastItem = items
    .map(({ day }) => day)
    .sort()
    .at(-1)
  return {
    ...(total > 0 && { checklistItems: { done, of: total }, checklistShare: done / total }),
    ...(lastItem && { daysSinceItem: daysBetween(lastItem, asOf) }),
    ...(started > 0 && { tours: { done: completed, of: started }, tourShare: completed / started }),
    ttfvDays: first === undefined ? null : Math.max(0, daysBetween(created, first)),
  }
}

function answers(events: Event[], asOf: string): Partial<Signals> {
  const answered = events.filter(({ name }) => name === 'Survey Answered')
  const latest = new Map<string, { metric: Metric; score: number; ageDays: number; userId: string }>()
  for (const { user, props, day } of answered) {
    const { metric, score } = props
    if (metric !== 'nps' && metric !== 'csat' && metric !== 'ces') continue
    latest.set(`${user} ${metric}`, {
      metric,
      score: Number(score),
      ageDays: daysBetween(day, asOf),
      userId: user,
    })
  }
  const recent = (some: Event[], days: number) =>
    some.filter(({ day }) => day > addDays(asOf, -days - (days === 90 ? 1 : 0)))
  const shown = events.filter(({ name, props }) => name === 'Guide Shown' && props.guide_kind === 'survey')
  const sorted = [...latest.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, response]) => response)
  return {
    ...(sorted.length > 0 && { responses: sorted }),
    surveysShown90d: recent(shown, 90).length,
    surveysAnswered90d: new Set(recent(answered, 90).map(({ props }) => props.submission_id)).size,
    cancelIntent28d: recent(answered, 28).some(({ props }) => props.guide_id === 'exit'),
  }
}

function champion(
  events: Event[],
  inW: (event: Event) => boolean,
  inP: (event: Event) => boolean,
): Pick<Signals, 'champion'> {
  const admins = new Set(
    events
      .filter(({ type, traits }) => type === 'identify' && traits.role === 'Admin')
      .map(({ user }) => user),
  )
  const days = (userId: string, when: (event: Event) => boolean) =>
    new Set(
      events.filter((event) => event.active && event.user === userId && when(event)).map(({ day }) => day),
    ).size
  const ranked = [...admins]
    .map((userId) => ({ userId, daysPrev: days(userId, inP), days: days(userId, inW) }))
    .filter(({ daysPrev }) => daysPrev > 0)
    .sort((a, b) => b.daysPrev - a.daysPrev || (a.userId < b.userId ? 1 : -1))
  return ranked[0] ? { champion: ranked[0] } : {}
}

function isoDay(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, 10) : undefined
}
