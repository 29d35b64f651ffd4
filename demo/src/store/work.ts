import { track } from '../product-events'
import { daysBetween, isoDay } from './days'
import { $session } from './session'
import type { Column, Member, Project, Task } from './shapes'
import { $workspace } from './workspace'

const today = () => isoDay(new Date(), 0)
const newId = (prefix: string) => `${prefix}-${crypto.randomUUID().slice(0, 8)}`
/** Hues far apart on the wheel, however many projects there are: https://en.wikipedia.org/wiki/Golden_angle */
const nextHue = (count: number) => Math.round(152 + count * 137.5) % 360

export function createProject(title: string, template: string): Project {
  const workspace = $workspace.get()
  const project = { id: newId('p'), title, template, hue: nextHue(workspace.projects.length) }
  $workspace.set({ ...workspace, projects: [...workspace.projects, project] })
  track('Project Created', { template })
  return project
}

export type TaskInput = Pick<Task, 'title' | 'notes' | 'column' | 'priority' | 'memberId' | 'due'>

export function createTask(projectId: string, input: TaskInput): void {
  const workspace = $workspace.get()
  const doneAt = input.column === 'done' ? today() : ''
  const task = { ...input, id: newId('t'), projectId, createdAt: today(), doneAt }
  $workspace.set({ ...workspace, tasks: [...workspace.tasks, task] })
  track('Task Created', { priority: task.priority })
  if (task.due) track('Due Date Set', { days_ahead: daysBetween(today(), task.due) })
}

export function updateTask(task: Task, input: TaskInput): void {
  replaceTask({ ...task, ...input, column: task.column })
  if (input.due && input.due !== task.due)
    track('Due Date Set', { days_ahead: daysBetween(today(), input.due) })
  if (input.column !== task.column) moveTask(task.id, input.column, 'dialog')
}

export function moveTask(taskId: string, column: Column, how: 'pointer' | 'keyboard' | 'dialog'): void {
  const task = $workspace.get().tasks.find(({ id }) => id === taskId)
  if (!task || task.column === column) return
  replaceTask({ ...task, column, doneAt: column === 'done' ? today() : '' })
  track('Task Moved', { to: column, how })
  if (column === 'done') track('Task Completed', { days_open: daysBetween(task.createdAt, today()) })
}

function replaceTask(task: Task): void {
  const workspace = $workspace.get()
  $workspace.set({
    ...workspace,
    tasks: workspace.tasks.map((other) => (other.id === task.id ? task : other)),
  })
}

export function inviteMember(email: string, role: Member['role']): void {
  const workspace = $workspace.get()
  const name = email.replace(/@.*/, '')
  const member = { id: newId('m'), name, email, role, invited: true }
  $workspace.set({ ...workspace, members: [...workspace.members, member] })
  track('Teammate Invited', { role })
}

/** Whether the person who is signed in may change the plan. */
export const isAdmin = () => $session.get()?.role === 'admin'
