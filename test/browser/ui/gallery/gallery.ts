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
import { scenes } from './scenes'

// The languages in which the gallery is looked at from right to left.
const shipped: Readonly<Record<string, Strings>> = { ar, fa }

// As the targeting chunk does before the first guide of a config with such locators.
addFinders(finders)

export type Guide =
  | { kind: 'tour'; guide: Tour }
  | { kind: 'checklist'; guide: Checklist }
  | { kind: 'survey'; guide: Survey }

/** What tests and the address bar use. */
export interface Gallery {
  show(guide: Guide, options?: HostOptions): number
  scene(name: string, options?: HostOptions): number
  close(id: number): void
  expand(id: number): void
  hosts: PageHost[]
  violations: string[]
}

declare global {
  var gallery: Gallery
}

const surfaces: Surface[] = []
const hosts: PageHost[] = []
const violations: string[] = []

document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
  violations.push(`${violatedDirective} ${blockedURI} ${sample}`)
})

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
  violations,
  scene(name, options) {
    const scene = scenes[name]
    if (!scene) throw new Error(`no scene “${name}”; there are ${Object.keys(scenes).join(', ')}`)
    const id = show(scene, { ...(scene.saved !== undefined && { saved: scene.saved }), ...options })
    scene.next?.()
    return id
  },
  close: (id) => surfaces[id]?.close(),
  expand: (id) => surfaces[id]?.expand?.(),
}

const query = new URLSearchParams(location.search)
const name = query.get('scene')
if (name) {
  const mode = query.get('mode')
  const locale = query.get('locale') ?? 'en'
  document.documentElement.lang = locale
  document.documentElement.dir = createPageHost({ locale }).dir
  document.documentElement.dataset.mode = mode ?? 'light'
  const accent = query.get('accent')
  const theme = { mode: mode === 'dark' ? 'dark' : 'light', ...(accent && { accent }) } as const
  gallery.scene(name, { locale, theme })
}
