import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shapes } from '../../src/routes/api/shapes/index'
import { type RunningApi, startApi } from './start-api'

interface Operation {
  parameters: { name: string; in: string; schema: object }[]
  responses: Record<string, { content: Record<string, { schema: { $ref?: string } }> }>
}

interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

let api: RunningApi
let document: Document

beforeAll(async () => {
  api = await startApi()
  document = (await api.app.inject({ url: '/api/openapi.json' })).json()
}, 60_000)
afterAll(() => api.close())

describe('the OpenAPI document', () => {
  it('names every route that is served, and no other', () => {
    const served = api.app.printRoutes({ commonPrefix: false })
    expect(document.openapi).toBe('3.1.0')
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const method of Object.keys(operations)) {
        const url = path.replaceAll(/\{(\w+)\}/g, ':$1')
        expect(api.app.hasRoute({ url, method: method === 'post' ? 'POST' : 'GET' }), url).toBe(true)
      }
    }
    const lines = served.split('\n').filter((line) => /\((GET|POST)/.test(line))
    const documented = Object.values(document.paths).flatMap((operations) => Object.keys(operations))
    expect(lines).toHaveLength(documented.length + 1)
  })

  it('has every shape, and no reference that leads nowhere', () => {
    const names = Object.keys(document.components.schemas)
    expect(names.sort()).toEqual(Object.keys(shapes).sort())
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(
      ([, target]) => target,
    )
    expect(references.length).toBeGreaterThan(10)
    for (const target of references) {
      expect(names).toContain(target?.replace('#/components/schemas/', ''))
    }
  })

  it('says what a figure counts that could be taken for another', () => {
    expect(document.components.schemas.SurveyDetail).toMatchObject({
      properties: { answered: { description: expect.stringContaining('were shown it and answered') } },
    })
  })

  it('tells the parameters of a route', () => {
    const { parameters } = document.paths['/api/accounts']?.get ?? { parameters: [] }
    expect(parameters.map(({ name }) => name)).toEqual(['project', 'sort', 'filter', 'cursor', 'limit'])
    expect(parameters.find(({ name }) => name === 'limit')?.schema).toMatchObject({
      minimum: 1,
      maximum: 1000,
    })
    const { parameters: ofGuide } = document.paths['/api/guides/{kind}/{id}']?.get ?? { parameters: [] }
    expect(ofGuide.filter(({ in: place }) => place === 'path').map(({ name }) => name)).toEqual([
      'kind',
      'id',
    ])
  })
})
