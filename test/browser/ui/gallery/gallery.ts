import type { Strings } from '../../../../src/core/english'
import type { Surface, SurfaceHost } from '../../../../src/core/surface'
import { strings as ar } from '../../../../src/locales/ar'
import { strings as fa } from '../../../../src/locales/fa'
import * as finders from '../../../../src/platform/finders'
import { addFinders } from '../../../../src/platform/locate'
import type { Checklist, Survey, Tour } from '../../../../src/schema'
import { open as openChecklist } from '../../../../src/ui/checklist'
import { open as openSurvey } from '../../../../src/ui/survey'
import { open as openTour } from '../../../../src/ui/tour'
import { createPageHost, type HostOptions, type PageHost } from './page-host'

const shipped: Readonly<Record<string, Strings>> = { ar, fa }

// As the targeting chunk does before the first guide of a config with such locators.
addFinders(finders)

export type Guide =
  | { kind: 'tour'; guide: Tour }
  | { kind: 'checklist'; guide: Checklist }
  | { kind: 'survey'; guide: Survey }

/** Surfaces without an SDK around them, on the page of the gallery; tests see what they report. */
export interface Gallery {
  show(guide: Guide, options?: HostOptions): number
  close(id: number): void
  expand(id: number): void
  hosts: PageHost[]
}

declare global {
  var gallery: Gallery
}

const surfaces: Surface[] = []
const hosts: PageHost[] = []

function show(guide: Guide, options: HostOptions = {}): number {
  const host = { ...createPageHost(options), strings: shipped[options.locale ?? 'en'] }
  hosts.push(host)
  surfaces.push(openGuide(guide, host))
  return hosts.length - 1
}

// The states of the kinds differ; the page keeps them as they come.
function openGuide({ kind, guide }: Guide, host: PageHost): Surface {
  if (kind === 'tour') return openTour(guide, host as SurfaceHost<never>)
  if (kind === 'survey') return openSurvey(guide, host as SurfaceHost<never>)
  return openChecklist(guide, host as SurfaceHost<never>)
}

globalThis.gallery = {
  show,
  hosts,
  close: (id) => surfaces[id]?.close(),
  expand: (id) => surfaces[id]?.expand?.(),
}
