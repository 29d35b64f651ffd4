import type { Config } from 'handrail/schema'
import type { Model } from '../health/model'
import type { Services } from '../services'
import { configFacts, NO_FACTS } from './config-facts'
import { dayOf } from './days'
import { DEFAULT_MODEL } from './default-model'
import { modelHash } from './model-hash'
import type { Scope } from './sql/scope'

/** Everything that scoring one project needs, read once per run. */
export interface ProjectContext {
  model: Model
  hash: string
  /** The current day in the project's time zone. */
  today: string
  scope(asOf: string, accounts?: readonly string[]): Scope
}

/** @throws Error when there is no such project. */
export async function projectContext(
  { control, now }: Pick<Services, 'control' | 'now'>,
  projectId: string,
): Promise<ProjectContext> {
  const project = await control.projects.get(projectId)
  if (!project) throw new Error(`project: found "${projectId}", expected the id of a project`)
  const live = await control.configs.live(projectId)
  // Validated when it was published; the column holds exactly that document.
  const facts = live ? configFacts(JSON.parse(live.json) as Config) : NO_FACTS
  const model = DEFAULT_MODEL
  return {
    model,
    hash: modelHash(model),
    today: dayOf(now(), project.timeZone),
    scope: (asOf, accounts) => ({
      project: projectId,
      ...(accounts && { accounts }),
      asOf,
      timeZone: project.timeZone,
      windowDays: model.window_days,
      sessionGapMs: model.session_gap_minutes * 60_000,
      facts,
    }),
  }
}
