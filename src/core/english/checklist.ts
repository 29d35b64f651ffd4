import { done, pair } from './common'

/** What checklists say. */
export const checklistEnglish = {
  start: 'Start',
  done,
  pair,
  progress: '{n} of {total} done',
  tasksLeft: { one: '{n} task left', other: '{n} tasks left' },
  allDone: 'All done',
  openChecklist: 'Open {title}',
  collapse: 'Collapse',
  dismissChecklist: 'Hide this checklist',
  dismissAsk: 'Hide this checklist for good?',
  dismissYes: 'Hide it',
  dismissNo: 'Keep it',
  taskDone: '{title}, done',
  taskLocked: '{title}, comes later',
}
