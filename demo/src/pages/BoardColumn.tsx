import { useState } from 'preact/hooks'
import { Avatar } from '../parts/Avatar'
import { Due } from '../parts/Due'
import { COLUMNS, type Column, type Task } from '../store/shapes'
import { useStore } from '../store/use-store'
import { moveTask } from '../store/work'
import { $workspace } from '../store/workspace'
import { number, t } from '../text/text'

const FORMAT = 'application/x-tandem-task'

interface Props {
  column: Column
  tasks: readonly Task[]
  /** Told the column a card has been moved to by keyboard. */
  onMoved: (column: Column) => void
}

export function BoardColumn({ column, tasks, onMoved }: Props) {
  const [over, setOver] = useState(false)
  const allow = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes(FORMAT)) return
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    moveTask(event.dataTransfer?.getData(FORMAT) ?? '', column, 'pointer')
  }
  return (
    <section
      class={over ? 'column over' : 'column'}
      aria-labelledby={`column-${column}`}
      onDragOver={allow}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 id={`column-${column}`}>
        <span class={`dot ${column}`} />
        {t(column)} <span class="count">{number(tasks.length)}</span>
      </h2>
      {tasks.length === 0 && <p class="column-empty">{t('emptyColumn')}</p>}
      <ul>
        {tasks.map((task) => (
          <li key={task.id}>
            <Card task={task} onMoved={onMoved} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Card({ task, onMoved }: { task: Task; onMoved: (column: Column) => void }) {
  const { members } = useStore($workspace)
  const member = members.find(({ id }) => id === task.memberId)
  const onKeyDown = (event: KeyboardEvent) => {
    const to = neighbour(task.column, event)
    if (!to) return
    event.preventDefault()
    moveTask(task.id, to, 'keyboard')
    onMoved(to)
    // The card is drawn anew in its next column; focus follows it there.
    requestAnimationFrame(() => document.getElementById(`task-${task.id}`)?.focus())
  }
  return (
    <a
      id={`task-${task.id}`}
      class="task"
      href={`/projects/${task.projectId}/${task.id}`}
      draggable
      aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
      onDragStart={(event) => event.dataTransfer?.setData(FORMAT, task.id)}
      onKeyDown={onKeyDown}
    >
      <span class="task-title">{task.title}</span>
      <span class="task-foot">
        {task.priority !== 'normal' && <span class={`tag ${task.priority}`}>{t(task.priority)}</span>}
        {task.due && <Due task={task} />}
        {member && <Avatar name={member.name} />}
      </span>
    </a>
  )
}

/** The column an arrow key points to; columns run from right to left where the language does. */
function neighbour(column: Column, { key, shiftKey }: KeyboardEvent): Column | undefined {
  if (!shiftKey || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return undefined
  const onwards = (key === 'ArrowRight') === (document.documentElement.dir !== 'rtl')
  return COLUMNS[COLUMNS.indexOf(column) + (onwards ? 1 : -1)]
}
