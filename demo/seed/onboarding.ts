import type { Account, Person } from './accounts'
import { type Act, type Agenda, type GuideRef, type GuideVersions, guideAct, guideRef, plan } from './acts'
import type { Range } from './patterns'
import { createRandom, type Random } from './random'
import { DEEDS } from './work'

/** Accounts that began longer ago were led in before the history starts. */
const SEEN_STARTING_DAYS = 58
const STEPS = ['hello', 'new', 'name', 'ready'] as const
const STEP_PAGES = ['/projects', '/projects', '/projects/new', '/projects/board'] as const
const HOW_LEFT = ['close', 'close', 'escape', 'button'] as const

interface PlannedItem {
  id: string
  event: string
  path: string
  days: Range
}

/** Items of the checklist, what ticks them, and how many days after sign-up a team gets there. */
const ITEMS: readonly PlannedItem[] = [
  { id: 'project', event: 'Project Created', path: '/projects/new', days: [0, 0] },
  { id: 'task', event: 'Task Created', path: '/projects/board', days: [0, 1] },
  { id: 'report', event: 'Report Viewed', path: '/reports', days: [1, 3] },
  { id: 'invite', event: 'Teammate Invited', path: '/team', days: [2, 8] },
]

/** Tour and checklist of an admin whose first day lies in the history. */
export function planOnboarding(
  agenda: Agenda,
  account: Account,
  person: Person,
  versions: GuideVersions,
  seed: string,
): void {
  const begins = person.joinDay >= -SEEN_STARTING_DAYS && account.pattern.id !== 'expansion'
  if (!begins || person.role !== 'admin') return
  const random = createRandom(`${seed}/onboarding/${person.id}`)
  plan(agenda, person.joinDay, tour(guideRef(versions, 'tour', 'welcome'), account, random))
  const checklist = guideRef(versions, 'checklist', 'get-started')
  plan(agenda, person.joinDay, [guideAct(checklist, 4_000, '/projects', 'Guide Shown')])
  planItems(agenda, account, person, checklist, random)
}

function tour(guide: GuideRef, account: Account, random: Random): Act[] {
  const completed = random.chance(account.pattern.tour)
  const last = completed ? STEPS.length : random.int(1, STEPS.length - 1)
  const steps = STEPS.slice(0, last).flatMap((id, step_index) => {
    const path = STEP_PAGES[step_index] ?? '/projects'
    const step = { step_id: id, step_index }
    const viewed = guideAct(guide, 600, path, 'Step Viewed', step)
    const left = !completed && step_index === last - 1
    const how = id === 'new' ? 'click' : id === 'name' ? 'event' : 'button'
    const done = guideAct(guide, Math.round(random.around(9_000, 0.6)), path, 'Step Completed', {
      ...step,
      how,
    })
    return left ? [viewed] : [viewed, done]
  })
  const path = STEP_PAGES[last - 1] ?? '/projects'
  const end = completed
    ? guideAct(guide, 200, path, 'Guide Completed')
    : guideAct(guide, random.int(2_000, 15_000), path, 'Guide Dismissed', { how: random.pick(HOW_LEFT) })
  return [guideAct(guide, 1_500, '/projects', 'Guide Shown'), ...steps, end]
}

function planItems(
  agenda: Agenda,
  account: Account,
  person: Person,
  checklist: GuideRef,
  random: Random,
): void {
  let day = person.joinDay
  ITEMS.slice(0, account.itemsDone).forEach((item, index) => {
    day = Math.max(day, person.joinDay + random.int(...item.days))
    const counts = { done_count: index + 1, total_count: ITEMS.length }
    const acts = [
      productAct(item.event, item.path, random),
      guideAct(checklist, 120, item.path, 'Item Completed', { item_id: item.id, ...counts }),
    ]
    const all = index === ITEMS.length - 1
    plan(agenda, day, all ? [...acts, guideAct(checklist, 900, item.path, 'Guide Completed')] : acts)
  })
}

function productAct(event: string, path: string, random: Random): Act {
  const deed = DEEDS.find((candidate) => candidate.event === event)
  return {
    afterMs: random.int(15_000, 60_000),
    path,
    event,
    properties: (visit) => deed?.properties(visit.random) ?? { role: 'member' },
  }
}
