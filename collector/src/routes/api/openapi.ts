import * as z from 'zod/mini'
import type { ApiRoute } from './route'
import { shapes } from './shapes/index'

/** Of the routes, not of the package: it rises when a route or a field goes. */
const API_VERSION = '1'

const ERRORS = {
  400: 'A parameter cannot be used.',
  401: 'No API token or login.',
  503: 'The event store is starting.',
}

/** The OpenAPI 3.1 document of these routes: https://spec.openapis.org/oas/v3.1.0 */
export function openApi(routes: readonly ApiRoute[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of routes) {
    const path = one.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one, path) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Handrail collector', version: API_VERSION },
    security: [{ token: [] }],
    paths,
    components: { schemas: components(), securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  }
}

function operation({ summary, query, answer, method }: ApiRoute, path: string): Record<string, unknown> {
  return {
    summary,
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(method === 'POST' && {
      requestBody: { required: true, content: { 'application/json': { schema: {} } } },
    }),
    responses: {
      200: { description: summary, content: content(answer) },
      ...Object.fromEntries(
        Object.entries(ERRORS).map(([status, description]) => [
          status,
          { description, content: content('ApiError') },
        ]),
      ),
    },
  }
}

function content(answer: ApiRoute['answer']): Record<string, unknown> {
  if (answer === null) return { 'text/event-stream': { schema: { type: 'string' } } }
  return { 'application/json': { schema: { $ref: `#/components/schemas/${answer}` } } }
}

function pathParameters(path: string): unknown[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters(query: ApiRoute['query']): unknown[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
}

/** Shapes that contain each other refer to each other. */
function components(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>()
  for (const [id, shape] of Object.entries(shapes)) registry.add(shape, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  )
}
