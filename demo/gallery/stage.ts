import { createHandrail, type Handrail, type HandrailOptions } from 'handrail'
import { hands, stillness } from './hands'
import { toLanguage, toMode } from './languages'
import type { Scene } from './scene'
import { scenes } from './scenes'

/** How the page is driven: by its address, by the console and by tests. */
export interface Stage {
  /** Shows a scene with an SDK of its own; resolves when nothing moves any more. */
  play(name: string): Promise<Handrail>
  /** The SDK of a scene, with what the user has done before; the guide `scene` waits to be started. */
  prepare(name: string): Handrail
  /** An SDK in the language and colours of the page, that keeps everything in memory and sends nothing. */
  create(options: Partial<HandrailOptions>): Handrail
  /** The scene that the address names. */
  asked: Promise<Handrail> | undefined
  /** What the browser refused because of the policy of the page. */
  violations: string[]
}

declare global {
  var stage: Stage
}

const query = new URLSearchParams(location.search)
const violations: string[] = []
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
  violations.push(`${violatedDirective} ${blockedURI} ${sample}`)
})

// Frames of the gallery stand beside each other, as browsers of their own do: the lock that all pages of an origin share
// would let only one of them interrupt.
if (parent !== window) Object.defineProperty(navigator, 'locks', { value: undefined })

const create: Stage['create'] = (options) =>
  createHandrail({
    writeKey: `gallery-${crypto.randomUUID()}`,
    storage: 'memory',
    consent: { analytics: false },
    locale: toLanguage(query.get('lang')),
    theme: { mode: toMode(query.get('mode')) },
    ...options,
  })

function sceneOf(name: string): Scene {
  const scene = scenes[name]
  if (!scene) throw new Error(`no scene "${name}"; there are ${Object.keys(scenes).join(', ')}`)
  return scene
}

function prepare(name: string): Handrail {
  const { config, events = [] } = sceneOf(name)
  const handrail = create({ config })
  handrail.identify('u_1', { name: 'Ada' })
  for (const event of events) handrail.track(event)
  return handrail
}

async function play(name: string): Promise<Handrail> {
  const { before, after } = sceneOf(name)
  const handrail = prepare(name)
  before?.(hands)
  const verdict = await handrail.start('scene')
  if (verdict !== 'shown') throw new Error(`"${name}" is not shown; the gate is "${verdict}"`)
  await after?.(hands)
  await stillness()
  return handrail
}

/** A scene that has ended, by its user or by itself, begins again. */
async function show(name: string): Promise<Handrail> {
  const handrail = await play(name)
  handrail.on('guide', ({ phase }) => phase !== 'shown' && location.reload())
  return handrail
}

const asked = query.get('scene')
globalThis.stage = { play, prepare, create, violations, asked: asked ? show(asked) : undefined }
