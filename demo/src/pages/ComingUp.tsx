import { Avatar } from '../parts/Avatar'
import { Due } from '../parts/Due'
import type { Task } from '../store/shapes'
import { useStore } from '../store/use-store'
import { $workspace } from '../store/workspace'
import { t } from '../text/text'

const SHOWN = 6

/** The open tasks that are due next, over all projects. */
export function ComingUp() {
  const { tasks, members } = useStore($workspace)
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const next = tasks
    .filter(isOpenAndDue)
    .sort((a, b) => a.due.localeCompare(b.due))
    .slice(0, SHOWN)
  if (next.length === 0) return null
  return (
    <section class="card coming-up">
      <h2>{t('comingUp')}</h2>
      <ul class="rows">
        {next.map((task) => (
          <li key={task.id}>
            <span class={`dot ${task.column}`} />
            <a href={`/projects/${task.projectId}/${task.id}`}>{task.title}</a>
            <Due task={task} />
            <Avatar name={names.get(task.memberId) ?? ''} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const isOpenAndDue = ({ column, due }: Task) => column !== 'done' && due !== ''
