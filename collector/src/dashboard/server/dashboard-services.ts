import type { Services } from '../../services'

/** The pages reach people, projects and the clock; figures come to the browser through the API alone. */
export type DashboardServices = Pick<Services, 'control' | 'now'> & {
  settings: Pick<Services['settings'], 'publicUrl'>
}
