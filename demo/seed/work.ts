import type { Random } from './random'

/** Something people do in Tandem, and the feature of the config that it uses. */
export interface Deed {
  event: string
  feature: { id: string; name: string }
  path: string
  /** How often it happens beside the others. */
  weight: number
  properties: (random: Random) => Record<string, unknown>
}

const priorities = ['low', 'normal', 'high'] as const
const columns = ['todo', 'doing', 'review', 'done'] as const

/** In the order in which a team finds them: an account that uses half of the features uses the first half. */
export const DEEDS: readonly Deed[] = [
  {
    event: 'Task Created',
    feature: { id: 'create-task', name: 'Create a task' },
    path: '/projects/board',
    weight: 24,
    properties: (random) => ({ priority: random.pick(priorities) }),
  },
  {
    event: 'Task Completed',
    feature: { id: 'complete-task', name: 'Complete a task' },
    path: '/projects/board',
    weight: 22,
    properties: (random) => ({ days_open: random.int(0, 9) }),
  },
  {
    event: 'Task Moved',
    feature: { id: 'move-task', name: 'Move a task' },
    path: '/projects/board',
    weight: 26,
    properties: (random) => ({ to: random.pick(columns), how: random.chance(0.15) ? 'keyboard' : 'pointer' }),
  },
  {
    event: 'Project Created',
    feature: { id: 'create-project', name: 'Create a project' },
    path: '/projects/new',
    weight: 3,
    properties: (random) => ({ template: random.pick(['blank', 'launch', 'sprint', 'event'] as const) }),
  },
  {
    event: 'Report Viewed',
    feature: { id: 'view-report', name: 'View a report' },
    path: '/reports',
    weight: 9,
    properties: (random) => ({ report: random.pick(['throughput', 'workload', 'overdue'] as const) }),
  },
  {
    event: 'Due Date Set',
    feature: { id: 'due-date', name: 'Set a due date' },
    path: '/projects/board',
    weight: 8,
    properties: (random) => ({ days_ahead: random.int(1, 21) }),
  },
  {
    event: 'Board Filtered',
    feature: { id: 'filter-board', name: 'Filter a board' },
    path: '/projects/board',
    weight: 6,
    properties: (random) => ({ by: random.pick(['person', 'priority', 'text'] as const) }),
  },
  {
    event: 'Report Exported',
    feature: { id: 'export-report', name: 'Export to CSV' },
    path: '/reports',
    weight: 3,
    properties: (random) => ({ rows: random.int(12, 240), format: 'csv' }),
  },
]

/** The deeds an account knows, by the share of features it has found. */
export const knownDeeds = (share: number): readonly Deed[] =>
  DEEDS.slice(0, Math.max(1, Math.round(share * DEEDS.length)))
