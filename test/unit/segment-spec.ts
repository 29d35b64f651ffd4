/**
 * Segment's HTTP tracking API as a check.
 * Fields: https://segment.com/docs/connections/spec/common/
 * Limits: https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/#max-request-size
 */

type Json = Readonly<Record<string, unknown>>
/** Says what was expected where a value is not it. */
type Rule = (value: unknown, path: string) => string[]

export const maxMessageBytes = 32 * 1024
export const maxBatchBytes = 500 * 1024
export const maxMessages = 2500
const maxIdLength = 100

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const expecting =
  (expected: string, holds: (value: unknown) => boolean): Rule =>
  (value, path) =>
    holds(value) ? [] : [`${path}: found ${JSON.stringify(value)?.slice(0, 60)}, expected ${expected}`]

const text = expecting('a text', (value) => typeof value === 'string')
const id = expecting('a text that is not empty', (value) => typeof value === 'string' && value !== '')
const number = expecting('a number', (value) => typeof value === 'number')
const flag = expecting('true or false', (value) => typeof value === 'boolean')
const anyObject = expecting('an object', isObject)
const messageId = expecting(
  `a text of 1 to ${maxIdLength} characters`,
  (value) => typeof value === 'string' && value !== '' && value.length <= maxIdLength,
)
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/
const time = expecting(
  'an ISO 8601 date and time in UTC',
  (value) => typeof value === 'string' && isoTime.test(value) && !Number.isNaN(Date.parse(value)),
)

/** Known keys by their rules; what is not known is a problem, unless the object is open. */
function object(rules: Record<string, Rule>, required: string[] = [], open = false): Rule {
  return (value, path) => {
    if (!isObject(value)) return anyObject(value, path)
    const missing = required.filter((key) => value[key] === undefined)
    const unknown = open ? [] : Object.keys(value).filter((key) => !Object.hasOwn(rules, key))
    return [
      ...missing.map((key) => `${path}.${key}: found nothing, expected it`),
      ...unknown.map((key) => `${path}.${key}: found a key that the specification does not know`),
      ...Object.entries(rules).flatMap(([key, rule]) =>
        value[key] === undefined ? [] : rule(value[key], `${path}.${key}`),
      ),
    ]
  }
}

/** "Extra information": open for keys of one's own, strict on those that have a meaning. */
const context = object(
  {
    active: flag,
    app: object({ name: text, version: text, build: text, namespace: text }),
    campaign: object({ name: text, source: text, medium: text, term: text, content: text }, [], true),
    device: object({
      id: text,
      advertisingId: text,
      manufacturer: text,
      model: text,
      name: text,
      type: text,
    }),
    groupId: id,
    ip: text,
    library: object({ name: text, version: text }, ['name', 'version']),
    locale: expecting('a BCP 47 language', (value) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(String(value))),
    network: object({ bluetooth: flag, carrier: text, cellular: flag, wifi: flag }),
    os: object({ name: text, version: text }),
    page: object({ path: text, referrer: text, search: text, title: text, url: text }, ['path', 'url']),
    referrer: object({ id: text, type: text, name: text, url: text, link: text }),
    screen: object({ width: number, height: number, density: number }),
    timezone: expecting('a time zone of the tz database', isTimeZone),
    traits: anyObject,
    userAgent: text,
  },
  ['library'],
  true,
)

const common = {
  type: text,
  messageId,
  timestamp: time,
  anonymousId: id,
  userId: id,
  context: object({}, [], true),
  integrations: anyObject,
}
const always = ['type', 'messageId', 'timestamp']
const types: Record<string, Rule> = {
  track: object({ ...common, event: id, properties: anyObject }, [...always, 'event']),
  identify: object({ ...common, traits: anyObject }, always),
  group: object({ ...common, groupId: id, traits: anyObject }, [...always, 'groupId']),
  page: object({ ...common, name: text, category: text, properties: anyObject }, always),
  screen: object({ ...common, name: text, category: text, properties: anyObject }, always),
  alias: object({ ...common, previousId: id }, [...always, 'previousId', 'userId']),
}
const envelope = object(
  { batch: () => [], writeKey: id, sentAt: time, context: anyObject, integrations: anyObject },
  ['batch', 'writeKey', 'sentAt'],
)

/** Everything in the body of one `POST /v1/batch` that Segment does not document or allow; empty when it is right. */
export function findProblems(body: string): string[] {
  const parsed: unknown = JSON.parse(body)
  if (!isObject(parsed) || !Array.isArray(parsed.batch)) return ['body: expected an object with a `batch`']
  const { batch } = parsed
  const ids = batch.map((message) => (isObject(message) ? message.messageId : undefined))
  return [
    ...limit('body', byteLength(body), maxBatchBytes, 'bytes'),
    ...limit('batch', batch.length, maxMessages, 'messages'),
    ...(batch.length === 0 ? ['batch: found nothing in it, expected a message'] : []),
    ...(new Set(ids).size < ids.length ? ['batch: found a messageId twice'] : []),
    ...envelope(parsed, 'body'),
    ...batch.flatMap((message, i) => checkMessage(message, parsed.context, `batch[${i}]`)),
  ]
}

/** The context of the batch holds for each message, whose own comes on top. */
function checkMessage(message: unknown, shared: unknown, path: string): string[] {
  if (!isObject(message)) return anyObject(message, path)
  const rule = types[String(message.type)]
  if (!rule) return [`${path}.type: found ${JSON.stringify(message.type)}, expected ${Object.keys(types)}`]
  const merged = {
    ...(isObject(shared) ? shared : {}),
    ...(isObject(message.context) ? message.context : {}),
  }
  return [
    ...rule(message, path),
    ...context(merged, `${path}.context`),
    ...limit(path, byteLength(JSON.stringify(message)), maxMessageBytes, 'bytes'),
    ...(message.userId === undefined && message.anonymousId === undefined
      ? [`${path}: found neither userId nor anonymousId, expected one`]
      : []),
  ]
}

const limit = (path: string, found: number, max: number, unit: string): string[] =>
  found > max ? [`${path}: found ${found} ${unit}, expected at most ${max}`] : []

const byteLength = (json: string): number => new TextEncoder().encode(json).length

function isTimeZone(value: unknown): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: String(value) }))
  } catch {
    return false
  }
}
