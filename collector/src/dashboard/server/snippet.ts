import type { DashboardServices } from './dashboard-services'

// Remembers calls made before the script arrives; the script replays them in order.
const STUB =
  'window.handrail=window.handrail||[];"identify group track page start stop reset consent on".split(" ").forEach(function(m){handrail[m]=handrail[m]||function(){handrail.push([m].concat([].slice.call(arguments)))}})'

/** The tags a host product pastes into its pages to send to this collector. */
export const embedSnippet = (origin: string, writeKey: string): string =>
  `<script>${STUB}</script>\n<script async src="${origin}/handrail.js" data-write-key="${writeKey}"></script>`

/** The snippet of the first project, which is the one the dashboard shows; empty while there is none. */
export async function projectSnippet(
  { control, settings }: DashboardServices,
  origin: string,
): Promise<string> {
  const [project] = await control.projects.list()
  const [writeKey] = project ? await control.keys.writeKeys(project.id) : []
  return writeKey === undefined ? '' : embedSnippet(settings.publicUrl ?? origin, writeKey)
}
