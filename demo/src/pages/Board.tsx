import { useState } from 'preact/hooks'
import { Empty } from '../parts/Empty'
import { Field, Select } from '../parts/Field'
import { Icon } from '../parts/Icon'
import { Mark } from '../parts/Mark'
import { track } from '../product-events'
import { COLUMNS, type Project, type Task } from '../store/shapes'
import { useStore } from '../store/use-store'
import { $workspace } from '../store/workspace'
import { t } from '../text/text'
import { BoardColumn } from './BoardColumn'
import { TaskDialog } from './TaskDialog'

export function Board({ projectId, taskId }: { projectId: string; taskId: string | undefined }) {
  const { projects, tasks } = useStore($workspace)
  const project = projects.find(({ id }) => id === projectId)
  if (!project) return <MissingProject />
  return (
    <>
      <OpenBoard project={project} tasks={tasks.filter((task) => task.projectId === projectId)} />
      {taskId && <TaskDialog projectId={projectId} task={tasks.find(({ id }) => id === taskId)} />}
    </>
  )
}

function MissingProject() {
  return (
    <Empty title={t('projectMissing')} lead="">
      <a class="button" href="/projects">
        {t('backToProjects')}
      </a>
    </Empty>
  )
}

function OpenBoard({ project, tasks }: { project: Project; tasks: readonly Task[] }) {
  const [search, setSearch] = useState('')
  const [memberId, setMemberId] = useState('')
  const [announcement, announce] = useState('')
  const shown = tasks.filter((task) => isShown(task, search, memberId))
  return (
    <>
      <header class="page-head">
        <div>
          <h1>
            <Mark hue={project.hue} /> {project.title}
          </h1>
          <p class="wide-only">{t('boardHint')}</p>
        </div>
        <a class="button primary" href={`/projects/${project.id}/new`} data-tour="new-task">
          <Icon name="plus" /> {t('newTask')}
        </a>
      </header>
      <Filters onSearch={setSearch} onMember={setMemberId} memberId={memberId} />
      <div class="board">
        {COLUMNS.map((column) => (
          <BoardColumn
            key={column}
            column={column}
            tasks={shown.filter((task) => task.column === column)}
            onMoved={(to) => announce(t('moved', { column: t(to) }))}
          />
        ))}
      </div>
      <p class="unseen" role="status">
        {announcement}
      </p>
    </>
  )
}

const isShown = (task: Task, search: string, memberId: string) =>
  task.title.toLowerCase().includes(search.toLowerCase()) && (memberId === '' || task.memberId === memberId)

interface FiltersProps {
  memberId: string
  onSearch: (search: string) => void
  onMember: (memberId: string) => void
}

function Filters({ memberId, onSearch, onMember }: FiltersProps) {
  const { members } = useStore($workspace)
  const people = [['', t('everyone')] as const, ...members.map(({ id, name }) => [id, name] as const)]
  return (
    <div class="filters">
      <input
        type="search"
        aria-label={t('filterTasks')}
        placeholder={t('filterTasks')}
        onInput={(event) => onSearch(event.currentTarget.value)}
        // `change` comes once when the typing is over: one event, not one per letter.
        onChange={() => track('Board Filtered', { by: 'text' })}
      />
      <Field name="person" label={t('person')}>
        <Select
          name="person"
          value={memberId}
          options={people}
          onChange={(id) => {
            onMember(id)
            track('Board Filtered', { by: 'person' })
          }}
        />
      </Field>
    </div>
  )
}
