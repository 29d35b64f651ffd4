import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { COMPONENT_DEFINITIONS, FACTS, FIGURES, FLAGS } from '../../src/dashboard/client/definitions'
import { COMPONENTS, idWords } from '../../src/dashboard/client/format/words'

const ids = [...FIGURES, ...COMPONENT_DEFINITIONS, ...FACTS, ...FLAGS].map(({ id }) => id)

/** Every id written out in a link to a definition. */
function linkedIds(): string[] {
  const folder = fileURLToPath(new URL('../../src/dashboard/client/', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  )
  const sources = files.map((file) => readFileSync(folder + file, 'utf8'))
  return sources.flatMap((text) =>
    [...text.matchAll(/(?:<Term id=|term[=:] ?)["']([\w-]+)["']/g)].map(([, id = '']) => id),
  )
}

describe('definitions', () => {
  it('have one address each', () => {
    expect(ids).toEqual([...new Set(ids)])
  })

  it('exist for whatever a page links to', () => {
    const linked = linkedIds()
    expect(linked).toContain('coverage')
    expect(linked.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('cover each component, and call a flag what the pages call it', () => {
    expect(COMPONENT_DEFINITIONS.map(({ id }) => id)).toEqual(COMPONENTS)
    expect(FLAGS.map(({ term }) => term)).toEqual(FLAGS.map(({ id }) => idWords(id)))
  })
})
