/** What a caller did wrong, with where and what was expected. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly where: { path?: string; expected?: string }
  constructor(
    status: number,
    code: string,
    message: string,
    where: { path?: string; expected?: string } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.where = where
  }
}

export function notFound(what: string, id: string): ApiProblem {
  return new ApiProblem(404, 'not_found', `There is no ${what} "${id}" in this project`)
}

/** A parameter that cannot be used. */
export function badParameter(path: string, found: unknown, expected: string): ApiProblem {
  const message = `${path}: found ${JSON.stringify(found) ?? 'nothing'}, expected ${expected}`
  return new ApiProblem(400, 'bad_parameter', message, { path, expected })
}
