import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { FastifyRequest } from 'fastify'
import { HttpError } from '../../http/http-error'

export const maxBodyBytes = 500 * 1024
export const maxInflatedBytes = 4 * 1024 * 1024

const inflate = promisify(gunzip)

/** The body as JSON text in bytes: inflated when the sender says that it is gzip, by header or by `?compression=gzip`. */
export async function readBody(request: FastifyRequest): Promise<Buffer> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  return isGzip(request, body) ? inflateBody(body) : body
}

/** Browsers cannot set `Content-Encoding` without a preflight; what is no gzip by its first bytes was inflated on the way. */
function isGzip(request: FastifyRequest, body: Buffer): boolean {
  const { compression } = request.query as Record<string, unknown> // Fastify parses any query into text by name
  const said = compression === 'gzip' || request.headers['content-encoding']?.includes('gzip')
  return Boolean(said) && body[0] === 0x1f && body[1] === 0x8b
}

async function inflateBody(body: Buffer): Promise<Buffer> {
  try {
    return await inflate(body, { maxOutputLength: maxInflatedBytes })
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    if (tooLarge)
      throw new HttpError(
        413,
        'body_too_large',
        `body: expected at most ${maxInflatedBytes} bytes after inflating`,
      )
    throw new HttpError(
      400,
      'bad_gzip',
      'body: found bytes that are not gzip, expected gzip as the request says',
    )
  }
}

/** The JSON of a body. */
export function parseBody(bytes: Buffer): Record<string, unknown> {
  const json = parse(bytes)
  if (typeof json === 'object' && json !== null && !Array.isArray(json))
    return json as Record<string, unknown> // just checked
  throw new HttpError(400, 'bad_body', 'body: expected a JSON object')
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new HttpError(400, 'bad_json', `body: expected JSON: ${reason}`)
  }
}
