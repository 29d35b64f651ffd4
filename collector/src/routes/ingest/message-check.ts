import { Ajv, type ErrorObject } from 'ajv'
import { type WireEvent, wireEvent } from 'handrail/schema'
import { toJSONSchema } from 'zod/mini'
import { isTooDeep, maxLevels } from '../../event-store/json'

/** Segment's limit for one message. https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/#max-request-size */
export const maxMessageBytes = 32 * 1024

// The schema is zod's; it is compiled because zod itself takes six times as long.
const hasShape = new Ajv({ verbose: true }).compile<WireEvent>(
  toJSONSchema(wireEvent, { target: 'draft-7', io: 'input' }),
)

/** What each type cannot do without. */
const required: Record<WireEvent['type'], readonly (keyof WireEvent & string)[]> = {
  track: ['event'],
  identify: [],
  group: ['groupId'],
  page: [],
  screen: [],
  alias: ['previousId', 'userId'],
}

/** Why a message is refused: where, what was found, what was expected. Null when it is right. */
export function refuseMessage(message: unknown): string | null {
  if (isTooDeep(message)) return `message: found more than ${maxLevels} levels of lists and objects`
  if (!hasShape(message)) return describe(hasShape.errors ?? [])
  if (!message.userId && !message.anonymousId)
    return 'userId: found nothing, expected a userId or an anonymousId'
  const missing = required[message.type].find((key) => !message[key])
  if (missing) return `${missing}: found nothing, expected a text, because the type is ${message.type}`
  if (message.timestamp !== undefined && Number.isNaN(Date.parse(message.timestamp)))
    return `timestamp: found ${show(message.timestamp)}, expected an ISO 8601 date and time`
  return null
}

/** Apart from the shape, because measuring is slow. */
export function refuseLarge(message: unknown): string | null {
  const bytes = Buffer.byteLength(JSON.stringify(message))
  return bytes > maxMessageBytes ? `message: found ${bytes} bytes, expected at most ${maxMessageBytes}` : null
}

/** Of a union the first branch is the one that was meant; the other is `null`. */
function describe([first]: readonly ErrorObject[]): string {
  if (!first) return 'found something else than a message'
  const path = first.instancePath.slice(1).replaceAll('/', '.')
  const { keyword, params } = first
  if (keyword === 'required')
    return `${joined(path, String(params.missingProperty))}: found nothing, expected a text`
  return `${path || 'message'}: found ${show(first.data)}, expected ${expectation(keyword, params)}`
}

const joined = (path: string, key: string): string => (path ? `${path}.${key}` : key)

function expectation(keyword: string, params: ErrorObject['params']): string {
  switch (keyword) {
    case 'type':
      return params.type === 'object' ? 'an object' : `a ${params.type}`
    case 'enum':
      return (params.allowedValues as string[]).join(', ') // the schema lists texts only
    case 'maxLength':
      return `at most ${params.limit} characters`
    case 'minLength':
      return `at least ${params.limit} characters`
    default:
      return `what the schema calls ${keyword}`
  }
}

function show(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing'
  return json.length > 60 ? `${json.slice(0, 59)}…` : json
}
