import { Dialog } from '../parts/Dialog'
import { Field, named, Select } from '../parts/Field'
import { onSubmit } from '../parts/form'
import { navigate } from '../router'
import { createProject } from '../store/work'
import { t } from '../text/text'
import { Projects } from './Projects'

const close = () => navigate('/projects')

const submit = onSubmit((field) => {
  const project = createProject(field('title'), field('template'))
  navigate(`/projects/${project.id}`, { replace: true })
})

/** The dialog over the list it adds to. */
export function NewProject() {
  return (
    <>
      <Projects />
      <Dialog title={t('newProject')} onClose={close}>
        <form class="stack" onSubmit={submit}>
          <Field name="title" label={t('projectName')}>
            <input
              {...named('title')}
              required
              maxLength={80}
              autoComplete="off"
              placeholder={t('projectNameHint')}
              autofocus
            />
          </Field>
          <Field name="template" label={t('template')}>
            <Select name="template" value="blank" options={TEMPLATES} />
          </Field>
          <footer class="dialog-foot">
            <button type="button" class="button" onClick={close}>
              {t('cancel')}
            </button>
            <button type="submit" class="button primary">
              {t('createProject')}
            </button>
          </footer>
        </form>
      </Dialog>
    </>
  )
}

const TEMPLATES = [
  ['blank', t('templateBlank')],
  ['launch', t('templateLaunch')],
  ['sprint', t('templateSprint')],
  ['event', t('templateEvent')],
] as const
