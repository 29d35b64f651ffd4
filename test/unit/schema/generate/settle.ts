type Json = Record<string, unknown>

const GUIDES = ['tours', 'checklists', 'surveys', 'announcements', 'hints']
const OPAQUE = ['with', 'properties', 'where', 'strings']

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const idsOf = (value: unknown): unknown[] => objectsIn(value).map(({ id }) => id)

/** A generated config with its ids made unique and its references made to name something that is there. */
export function settle(config: Json): Json {
  const settled: Json = structuredClone(config)
  settled.segments = { ...Object(settled.segments), some: { device: 'desktop' } }
  settled.features = [...objectsIn(settled.features), { id: 'one', name: 'One', on: { event: 'One' } }]
  settled.hints = [...objectsIn(settled.hints), { id: 'there', target: '#there', title: 'There' }]
  distinguish(settled)
  for (const [key, value] of Object.entries(settled)) {
    const parts = GUIDES.includes(key) ? objectsIn(value) : [{ [key]: value }]
    for (const part of parts) refer(part, part)
  }
  if (isObject(settled.hub)) referFromHub(settled.hub, settled)
  return settled
}

/** Gives the entries of every list ids of their own. */
function distinguish(value: unknown): void {
  for (const [i, entry] of objectsIn(value).entries())
    if ('id' in entry && idsOf(value).indexOf(entry.id) < i)
      entry.id = `${String(entry.id).slice(0, 60)}-${i}`
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(distinguish)
}

/** Makes every reference in a value name something of the guide it is in, or of the config. */
function refer(value: unknown, guide: Json): void {
  if (Array.isArray(value)) for (const entry of value) refer(entry, guide)
  if (!isObject(value)) return
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry === 'string') referByName(value, key, guide)
    if (key === 'after' && Array.isArray(entry)) value.after = idsOf(guide.items).slice(0, entry.length)
    if (key === 'goto') for (const way of objectsIn(entry)) way.to = 'end'
    if (!OPAQUE.includes(key)) refer(entry, guide)
  }
}

function referByName(value: Json, key: string, guide: Json): void {
  const [question] = idsOf(guide.questions)
  if (key === 'segment') value.segment = 'some'
  if (key === 'feature') value.feature = 'one'
  if (key === 'guide' || key === 'start') value[key] = 'there'
  if (key === 'goto') value.goto = [...idsOf(guide.steps), ...idsOf(guide.questions), 'end'][0]
  if (key === 'answer' && question) value.answer = question
  else if (key === 'answer') {
    value.trait = value.answer
    delete value.answer
  }
}

function referFromHub(hub: Json, config: Json): void {
  for (const key of ['tours', 'checklists', 'announcements'])
    if (Array.isArray(hub[key])) hub[key] = idsOf(config[key]).slice(0, hub[key].length)
  const [survey] = idsOf(config.surveys)
  if (survey) hub.feedback = survey
  else delete hub.feedback
}
