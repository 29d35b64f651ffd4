import type { Session } from './store/shapes'

/** What the snippet in `snippet.js` promises, before and after the script has arrived. */
interface Analytics {
  identify(userId: string, traits: object): void
  group(accountId: string, traits: object): void
  track(event: string, properties?: object): void
  reset(): void
}

declare global {
  interface Window {
    handrail?: Analytics
  }
}

/** Everything Tandem reports about what people do in it. */
export interface ProductEvents {
  'Trial Started': { company: string }
  'Project Created': { template: string }
  'Task Created': { priority: string }
  'Task Moved': { to: string; how: 'pointer' | 'keyboard' | 'dialog' }
  'Task Completed': { days_open: number }
  'Due Date Set': { days_ahead: number }
  'Board Filtered': { by: 'text' | 'person' }
  'Teammate Invited': { role: string }
  'Report Viewed': { report: string }
  'Report Exported': { rows: number; format: 'csv' }
  'Plan Upgraded': { from: string; to: string; seats: number }
  'Cancellation Started': { plan: string }
}

export function track<Name extends keyof ProductEvents>(event: Name, properties: ProductEvents[Name]): void {
  window.handrail?.track(event, properties)
}

export function introduce({ id, account, ...person }: Session): void {
  const { name, firstName, email, role, createdAt } = person
  window.handrail?.identify(id, { name, firstName, email, role, createdAt })
  const { id: accountId, ...traits } = account
  window.handrail?.group(accountId, traits)
}

export function forgetPerson(): void {
  window.handrail?.reset()
}
