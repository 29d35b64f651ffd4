import { Dialog } from '../parts/Dialog'
import { Field, named, Select } from '../parts/Field'
import { onSubmit } from '../parts/form'
import { navigate } from '../router'
import { COLUMNS, PRIORITIES, type Task } from '../store/shapes'
import { useStore } from '../store/use-store'
import { createTask, type TaskInput, updateTask } from '../store/work'
import { $workspace } from '../store/workspace'
import { t } from '../text/text'

const BLANK: TaskInput = { title: '', notes: '', column: 'todo', priority: 'normal', memberId: '', due: '' }

/** Edits a task, or makes one when there is none. */
export function TaskDialog({ projectId, task }: { projectId: string; task: Task | undefined }) {
  const close = () => navigate(`/projects/${projectId}`)
  const submit = onSubmit((field) => {
    const input = readTask(field)
    if (task) updateTask(task, input)
    else createTask(projectId, input)
    close()
  })
  return (
    <Dialog title={task ? t('task') : t('newTask')} onClose={close}>
      <form class="stack" onSubmit={submit}>
        <Fields task={task ?? BLANK} />
        <footer class="dialog-foot">
          <button type="button" class="button" onClick={close}>
            {t('cancel')}
          </button>
          <button type="submit" class="button primary">
            {task ? t('save') : t('createTask')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

function readTask(field: (name: string) => string): TaskInput {
  return {
    title: field('title'),
    notes: field('notes'),
    column: COLUMNS.find((column) => column === field('column')) ?? 'todo',
    priority: PRIORITIES.find((priority) => priority === field('priority')) ?? 'normal',
    memberId: field('member'),
    due: field('due'),
  }
}

function Fields({ task }: { task: TaskInput }) {
  const { members } = useStore($workspace)
  const people = [['', t('nobody')] as const, ...members.map(({ id, name }) => [id, name] as const)]
  return (
    <>
      <Field name="title" label={t('title')}>
        <input
          {...named('title')}
          required
          maxLength={140}
          autoComplete="off"
          defaultValue={task.title}
          autofocus
        />
      </Field>
      <div class="pair">
        <Field name="column" label={t('column')}>
          <Select name="column" value={task.column} options={COLUMNS.map((id) => [id, t(id)] as const)} />
        </Field>
        <Field name="priority" label={t('priority')}>
          <Select
            name="priority"
            value={task.priority}
            options={PRIORITIES.map((id) => [id, t(id)] as const)}
          />
        </Field>
        <Field name="member" label={t('assignee')}>
          <Select name="member" value={task.memberId} options={people} />
        </Field>
        <Field name="due" label={t('due')}>
          <input {...named('due')} type="date" defaultValue={task.due} />
        </Field>
      </div>
      <Field name="notes" label={t('notes')}>
        <textarea {...named('notes')} rows={4} maxLength={2000} defaultValue={task.notes} />
      </Field>
    </>
  )
}
