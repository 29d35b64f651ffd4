import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { toLanguage, toMode } from '../../gallery/languages'
import { scenes } from '../../gallery/scenes'
import type { Asked } from './document'
import { renderOverview } from './overview'
import { renderStage } from './stage'

/** Policy under which every surface has to work: no inline style, no requests, no string turned into markup. */
export const STAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

type Query = { Querystring: Partial<Record<'scene' | 'lang' | 'mode', string>> }

/** `/gallery` shows every scene; `/gallery/stage?scene=` is the page on which one is played. `root` is the folder `demo`. */
export function addGallery(app: FastifyInstance, root: string): void {
  const manifest: { stage: { script: string } } = JSON.parse(
    readFileSync(join(root, 'dist/gallery/manifest.json'), 'utf8'),
  )
  const script = `/app/gallery/${manifest.stage.script}`
  const renderers = {
    '/gallery': renderOverview,
    '/gallery/stage': (asked: Asked) => renderStage(asked, script),
  }
  for (const [path, render] of Object.entries(renderers))
    app.get<Query>(path, async ({ query }, reply) => {
      const scene = Object.hasOwn(scenes, query.scene ?? '') ? query.scene : undefined
      const page = render({ language: toLanguage(query.lang), mode: toMode(query.mode), scene })
      return reply.type('text/html').header('content-security-policy', STAGE_POLICY).send(page)
    })
}
