import type { FastifyRequest } from 'fastify'
import type { Project } from '../control/types'
import type { Services } from '../services'
import { assertOrigin } from './cors'
import { HttpError } from './http-error'

/** The write key of the headers or the query, where a request is known before its body is. */
export function writeKeyOf(request: FastifyRequest): string | undefined {
  const basic = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (basic !== undefined) return Buffer.from(basic, 'base64').toString().split(':', 1)[0]
  const { writeKey } = request.query as Record<string, unknown> // Fastify parses any query into text by name
  return typeof writeKey === 'string' ? writeKey : undefined
}

/**
 * The project a request may write to or read from; a key nobody knows is 401, a page elsewhere 403. Look-ups have a limit,
 * because those of keys that nobody has would keep the database busy; it refuses no key that is still in memory, however old.
 */
export async function authorize(
  { control, limits }: Services,
  request: FastifyRequest,
  writeKey: string | undefined,
): Promise<Project> {
  const project = writeKey
    ? await control.keys.projectOfWriteKey(writeKey, () => limits.keys.take(request.ip, 1))
    : undefined
  if (!project)
    throw new HttpError(
      401,
      'unknown_write_key',
      writeKey
        ? 'writeKey: found one that no project has, expected the key of the snippet'
        : 'writeKey: found nothing, expected a key in Authorization (Basic), in ?writeKey= or in the body',
    )
  assertOrigin(project, request.headers.origin)
  return project
}
