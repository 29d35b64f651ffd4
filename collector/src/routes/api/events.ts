import * as z from 'zod/mini'
import type { EventsPage } from '../../api-types'
import { fromCursor, toCursor } from './cursor'
import { cursor, limit, moment, parameters } from './parameters'
import { countEvents, type EventPlace, eventRows } from './queries/event-rows'
import { route } from './route'

const TYPES = ['track', 'identify', 'group', 'page', 'screen', 'alias']

const filter = {
  from: z.optional(moment),
  to: z.optional(moment),
  account: z.optional(z.string()),
  user: z.optional(z.string()),
  event: z.optional(z.string()),
  type: z.optional(z.enum(TYPES, `one of ${TYPES.join(', ')}`)),
}

export const events = route({
  method: 'GET',
  path: '/api/events',
  summary: 'Events, newest first, page by page, each once however often it was delivered. `to` is exclusive.',
  query: parameters({ ...filter, cursor, limit: limit(100, 1000) }),
  answer: 'EventsPage',
  async handle({ services, project, query }): Promise<EventsPage> {
    const after = query.cursor === undefined ? undefined : toPlace(fromCursor(query.cursor))
    const found = await eventRows(services.engine, project, query, {
      limit: query.limit + 1,
      ...(after && { after }),
    })
    const page = found.slice(0, query.limit)
    const last = found.length > query.limit ? page.at(-1) : undefined
    return { events: page, next: last ? toCursor([last.ts, last.messageId]) : null }
  },
})

export const eventCount = route({
  method: 'GET',
  path: '/api/events/count',
  summary: 'How many distinct events there are. `to` is exclusive.',
  query: parameters(filter),
  answer: 'EventCount',
  async handle({ services, project, query }) {
    return { events: await countEvents(services.engine, project, query) }
  },
})

function toPlace([ts, messageId]: (string | number | null)[]): EventPlace {
  return [Number(ts), String(messageId)]
}
