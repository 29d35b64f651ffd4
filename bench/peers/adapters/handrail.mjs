import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildFolder, handrailFolder } from '../lib/paths.mjs'

if (!existsSync(join(handrailFolder, 'chunks.json')))
  throw new Error(`${handrailFolder}/chunks.json is missing: run \`npm run build\` first`)
// A copy, which a build that runs meanwhile does not change.
const folder = join(buildFolder, 'handrail')
rmSync(folder, { recursive: true, force: true })
cpSync(handrailFolder, folder, { recursive: true })

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
/** Files of each chunk that is loaded by name, with what it imports. */
const chunks = JSON.parse(readFileSync(join(folder, 'chunks.json'), 'utf8'))
const script = join(folder, 'handrail.js')
const added = (kind) => [...new Set(['targeting', kind].flatMap((name) => chunks[name]))]
const inFolder = (files) => files.map((file) => join(folder, file))
const everything = readdirSync(folder, { recursive: true }).filter(
  (file) => file.endsWith('.js') && !file.includes('locales') && !isLeftOver(file),
)

/** A build keeps the hashed files of the one before for a while. */
function isLeftOver(file) {
  return file.startsWith('chunks') && !Object.values(chunks).flat().includes(file)
}

// The harness includes the script without attributes: what that has become makes way, and another tag is the one that a
// product would have.
export const adapters = [
  {
    id: 'handrail',
    version,
    bundles: [
      {
        label: 'first script',
        files: [script],
        // Evaluating it includes its own start; without these it would only complain that they are missing.
        attributes: (origin) => ({ 'data-write-key': 'wk_bench', 'data-endpoint': origin }),
      },
      ...['tour', 'checklist', 'survey'].map((kind) => ({
        label: `first ${kind}, added`,
        files: inFolder(added(kind)),
        sizeOnly: true,
      })),
      { label: 'everything but languages', files: inFolder(everything), sizeOnly: true },
    ],
    track: {
      init: async ({ origin }) => {
        window.handrail = []
        const tag = document.createElement('script')
        tag.src = document.querySelector('head script[src]').src // the same, which is there without a network too
        Object.assign(tag.dataset, { writeKey: 'wk_bench', endpoint: origin })
        await new Promise((loaded) => {
          tag.onload = loaded
          document.head.append(tag)
        })
      },
      track: (name, properties) => window.handrail.track(name, properties),
      respond: () => ({ body: '{"success":true}' }),
    },
    tour: {
      popover: '.card',
      host: 'handrail-root',
      prepare: async (steps, { files }) => {
        const config = {
          version: 1,
          tours: [
            {
              id: 'bench',
              when: { code: true },
              steps: steps.map(({ target, title, text }, n) => ({
                id: `step-${n}`,
                target,
                title,
                body: text,
              })),
            },
          ],
        }
        window.handrail = []
        const tag = document.createElement('script')
        tag.src = '/build/handrail/handrail.js'
        Object.assign(tag.dataset, {
          writeKey: 'wk_bench',
          endpoint: location.origin,
          config: URL.createObjectURL(new Blob([JSON.stringify(config)])),
        })
        await new Promise((loaded) => {
          tag.onload = loaded
          document.head.append(tag)
        })
        for (const file of files) await import(`/build/handrail/${file}`)
        while ((await window.handrail.explain('bench')).length === 0) await new Promise(requestAnimationFrame)
      },
      start: () => window.handrail.start('bench'),
      next: () =>
        document.querySelector('handrail-root').shadowRoot.querySelector('.buttons :last-child').click(),
      variants: [{ label: 'default', options: { files: added('tour') } }],
    },
  },
]
