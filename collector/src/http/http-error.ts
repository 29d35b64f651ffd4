/** A refusal with its status. The message says what was wrong, where, and what was expected. */
export class HttpError extends Error {
  override name = 'HttpError'
  readonly statusCode: number
  /** A word for programs: `unknown_write_key`. */
  readonly code: string
  /** Seconds after which asking again makes sense. */
  readonly retryAfter: number | undefined
  constructor(statusCode: number, code: string, message: string, retryAfter?: number) {
    super(message)
    this.statusCode = statusCode
    this.code = code
    this.retryAfter = retryAfter
  }
}
