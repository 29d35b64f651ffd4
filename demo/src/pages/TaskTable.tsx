import type { Task, Workspace } from '../store/shapes'
import { shortDate, t } from '../text/text'

/** All tasks in a region of its own that scrolls, with its head in sight. */
export function TaskTable({ workspace }: { workspace: Workspace }) {
  const titles = new Map(workspace.projects.map(({ id, title }) => [id, title]))
  const names = new Map(workspace.members.map(({ id, name }) => [id, name]))
  return (
    <section class="card table-card">
      <h2 id="all-tasks">{t('allTasks')}</h2>
      <section class="table-scroll" aria-labelledby="all-tasks">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('title')}</th>
              <th scope="col">{t('project')}</th>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('assignee')}</th>
              <th scope="col">{t('due')}</th>
            </tr>
          </thead>
          <tbody>
            {workspace.tasks.map((task) => (
              <Row
                key={task.id}
                task={task}
                project={titles.get(task.projectId) ?? ''}
                member={names.get(task.memberId) ?? t('nobody')}
              />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Row({ task, project, member }: { task: Task; project: string; member: string }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/projects/${task.projectId}/${task.id}`}>{task.title}</a>
      </th>
      <td>{project}</td>
      <td>
        <span class={`dot ${task.column}`} /> {t(task.column)}
      </td>
      <td>{member}</td>
      <td class="numeric">{task.due ? shortDate(task.due) : ''}</td>
    </tr>
  )
}
