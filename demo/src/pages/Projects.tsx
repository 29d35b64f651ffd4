import { Empty } from '../parts/Empty'
import { Icon } from '../parts/Icon'
import { Mark } from '../parts/Mark'
import type { Project, Task } from '../store/shapes'
import { useStore } from '../store/use-store'
import { $workspace } from '../store/workspace'
import { number, t } from '../text/text'
import { ComingUp } from './ComingUp'

export function Projects() {
  const { projects, tasks } = useStore($workspace)
  return (
    <>
      <header class="page-head">
        <div>
          <h1>{t('projects')}</h1>
          <p>{t('projectsLead')}</p>
        </div>
        <a class="button primary" href="/projects/new" data-tour="new-project">
          <Icon name="plus" /> {t('newProject')}
        </a>
      </header>
      {projects.length === 0 ? (
        <Empty title={t('noProjects')} lead={t('noProjectsLead')} />
      ) : (
        <>
          <ul class="projects">
            {projects.map((project) => (
              <li key={project.id}>
                <ProjectCard
                  project={project}
                  tasks={tasks.filter((task) => task.projectId === project.id)}
                />
              </li>
            ))}
          </ul>
          <ComingUp />
        </>
      )}
    </>
  )
}

function ProjectCard({ project, tasks }: { project: Project; tasks: readonly Task[] }) {
  const done = tasks.filter(({ column }) => column === 'done').length
  const share = tasks.length === 0 ? 0 : done / tasks.length
  return (
    <a class="card project" href={`/projects/${project.id}`}>
      <Mark hue={project.hue} />
      <h2>{project.title}</h2>
      <progress value={share} aria-label={number(share, { style: 'percent' })} />
      <p class="quiet">{tasks.length === 0 ? t('noTasks') : t('taskCount', { done, all: tasks.length })}</p>
    </a>
  )
}
