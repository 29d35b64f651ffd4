import type { FastifyRequest } from 'fastify'
import { loginToken } from '../../dashboard/server/login-cookie'
import { ApiProblem } from './problem'
import type { ApiServices } from './services'

/**
 * The project a request may read: that of its bearer token, or, for a person signed in to the dashboard, the one named
 * by `?project=` (the first project without).
 * @throws ApiProblem 401 without either, 404 for an unknown project.
 */
export async function authenticate(request: FastifyRequest, services: ApiServices): Promise<string> {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (token !== undefined) {
    const project = await services.control.keys.projectOfApiToken(token.trim())
    if (!project) throw unauthorized('The API token is unknown')
    return project.id
  }
  if (!(await isLoggedIn(request, services)))
    throw unauthorized('This needs an API token or a login to the dashboard')
  return chosenProject(request, services)
}

async function isLoggedIn(request: FastifyRequest, { control, now }: ApiServices): Promise<boolean> {
  const token = loginToken(request)
  const login = token === undefined ? undefined : await control.logins.find(token)
  return login !== undefined && login.expiresAt > now()
}

async function chosenProject({ url }: FastifyRequest, { control }: ApiServices): Promise<string> {
  const wanted = new URL(url, 'http://collector.invalid').searchParams.get('project')
  const projects = await control.projects.list()
  const project = wanted === null ? projects[0] : projects.find(({ id }) => id === wanted)
  if (!project)
    throw new ApiProblem(404, 'not_found', `There is no project ${wanted === null ? 'yet' : `"${wanted}"`}`)
  return project.id
}

function unauthorized(message: string): ApiProblem {
  return new ApiProblem(401, 'unauthorized', message, {
    path: 'Authorization',
    expected: 'Bearer followed by an API token',
  })
}
