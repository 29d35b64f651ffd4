import { isoDay } from '../store/days'
import type { Task } from '../store/shapes'
import { shortDate, t } from '../text/text'
import { Icon } from './Icon'

/** When a task is due, said in words too when that is over. */
export function Due({ task }: { task: Task }) {
  const late = task.column !== 'done' && task.due < isoDay(new Date(), 0)
  return (
    <span class={late ? 'due late' : 'due'}>
      <Icon name="calendar" />
      {late && <span class="unseen">{t('overdue')}</span>}
      {shortDate(task.due)}
    </span>
  )
}
