import type { FastifyInstance, FastifyReply } from 'fastify'
import type * as z from 'zod/mini'
import { authenticate } from './authenticate'
import { endWithServer } from './open-streams'
import { badParameter } from './problem'
import type { ApiServices } from './services'
import type { ShapeName } from './shapes/index'

/** What a handler is given: the project it may read and its checked parameters. */
export interface Call<Query> {
  services: ApiServices
  project: string
  query: Query
  params: Record<string, string>
  body: unknown
  reply: FastifyReply
}

/** One route of the API, with what the OpenAPI document says about it. */
export interface ApiRoute<Query = unknown> {
  method: 'GET' | 'POST'
  /** In Fastify's form: `/api/accounts/:id`. */
  path: string
  summary: string
  query: z.ZodMiniType<Query>
  /** Name of the shape of a 200; `null` for a stream of server-sent events. */
  answer: ShapeName | null
  handle(call: Call<Query>): Promise<unknown>
}

/** Keeps the type of the query from its shape to the handler. */
export function route<Query>(definition: ApiRoute<Query>): ApiRoute {
  return {
    ...definition,
    handle: (call) => definition.handle({ ...call, query: readQuery(definition.query, call.query) }),
  }
}

export function addRoute(
  app: FastifyInstance,
  services: ApiServices,
  { method, path, answer, handle }: ApiRoute,
): void {
  const onStream = answer === null ? endWithServer(app) : () => {}
  app.route({
    method,
    url: path,
    async handler(request, reply) {
      const project = await authenticate(request, services)
      reply.header('cache-control', 'private, no-store')
      const params = request.params as Record<string, string> // Fastify gives every parameter as text
      const result = await handle({
        services,
        project,
        query: request.query,
        params,
        body: request.body,
        reply,
      })
      onStream(reply.raw)
      return result
    },
  })
}

function readQuery<Query>(shape: z.ZodMiniType<Query>, query: unknown): Query {
  const result = shape.safeParse(query)
  if (result.success) return result.data
  const [issue] = result.error.issues
  if (issue?.code === 'unrecognized_keys')
    throw badParameter(issue.keys[0] ?? '', 'this parameter', 'one this route knows')
  const path = issue?.path.join('.') ?? ''
  const found = Object.entries(query ?? {}).find(([name]) => name === path)?.[1]
  throw badParameter(path, found, issue?.message ?? 'another value')
}
