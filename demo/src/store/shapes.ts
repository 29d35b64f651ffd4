export const COLUMNS = ['todo', 'doing', 'review', 'done'] as const
export type Column = (typeof COLUMNS)[number]
export const PRIORITIES = ['low', 'normal', 'high'] as const
export type Priority = (typeof PRIORITIES)[number]

export interface Project {
  id: string
  title: string
  template: string
  /** Hue of its mark, degrees. */
  hue: number
}

export interface Task {
  id: string
  projectId: string
  title: string
  notes: string
  column: Column
  priority: Priority
  memberId: string
  /** ISO dates; empty when there is none. */
  due: string
  createdAt: string
  doneAt: string
}

export interface Member {
  id: string
  name: string
  email: string
  role: 'admin' | 'member'
  invited: boolean
}

export interface Workspace {
  projects: Project[]
  tasks: Task[]
  members: Member[]
}

export type Plan = 'trial' | 'team' | 'business' | 'enterprise'

export interface Account {
  id: string
  name: string
  plan: Plan
  mrr: number
  seats: number
  /** ISO dates. */
  createdAt: string
  renewsAt: string
}

/** Who is signed in, and where. */
export interface Session {
  id: string
  name: string
  firstName: string
  email: string
  role: 'admin' | 'member'
  createdAt: string
  account: Account
}
