/** What the generator sends: batches as the browser SDK makes them when it has much to tell, 50 events of one page and user. */
export const batchEvents = 50

const idDigits = 12
const placeholder = '0'.repeat(idDigits)

/** Bodies of batches; their message ids are written anew before each is sent. */
export function createBodies(writeKey, count = 200) {
  return Array.from({ length: count }, (_, n) => {
    const batch = Array.from({ length: batchEvents }, (_, i) => createEvent(n, i))
    const body = { writeKey, sentAt: new Date().toISOString(), context: contextOf(n), batch }
    const bytes = Buffer.from(JSON.stringify(body))
    return { bytes, places: placesOf(bytes) }
  })
}

/** Gives every event of a body an id that no other has. */
export function renumber({ bytes, places }, next) {
  for (const place of places) bytes.latin1Write(String(next()).padStart(idDigits, '0'), place, idDigits)
  return bytes
}

function createEvent(user, n) {
  return {
    type: 'track',
    event: ['Project Created', 'Report Opened', 'Task Moved', 'Feature Used'][n % 4],
    properties: { template: 'kanban', count: n, label: `Quarterly plan ${n}`, shared: n % 3 === 0 },
    messageId: `0193b5a0-7e2c-7${placeholder}`,
    timestamp: new Date().toISOString(),
    anonymousId: `7c1e4f6a-${String(user).padStart(4, '0')}-4d1b-9a55-3f2f8f1f9c11`,
    userId: `user-${user}`,
  }
}

const contextOf = (user) => ({
  library: { name: 'handrail', version: '0.1.0' },
  page: {
    url: 'https://app.example.com/projects/17?tab=board',
    path: '/projects/17',
    title: 'Board · Tandem',
    referrer: 'https://app.example.com/projects',
  },
  locale: 'en-GB',
  timezone: 'Europe/Berlin',
  screen: { width: 1440, height: 900 },
  groupId: `account-${user % 50}`,
  sessionId: `0193b5a0-7e2c-7000-8000-${String(user).padStart(12, '0')}`,
  handrail: { configHash: '5f2b8c1d9e4a' },
})

function placesOf(bytes) {
  const mark = Buffer.from(`-7${placeholder}`)
  const places = []
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + mark.length))
    places.push(at + 2)
  return places
}
