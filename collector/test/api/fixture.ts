import { expect } from 'vitest'
import { type ShapeName, shapes } from '../../src/routes/api/shapes/index'
import { addDays } from '../../src/signals/days'
import { makeHistory, type Told } from '../signals/history'
import { type RunningApi, startApi, TODAY } from './start-api'

export const history = makeHistory({ lastDay: TODAY }).filter(
  ({ ts }) => ts < Date.parse('2026-11-20T17:00:00Z'),
)
export const at = (time: string) => Date.parse(`2026-11-20T${time}Z`)

/** A tour that one user finishes and another closes at its second step. */
export const tour: Told[] = [
  ['ada', 'Guide Shown', '10:00:00', {}],
  ['ada', 'Step Viewed', '10:00:01', { step_id: 'hello', step_index: 0 }],
  ['ada', 'Step Completed', '10:00:05', { step_id: 'hello', step_index: 0 }],
  ['ada', 'Step Viewed', '10:00:05', { step_id: 'name', step_index: 1 }],
  ['ada', 'Target Healed', '10:00:05', { step_id: 'name', step_index: 1, locator_index: 1 }],
  ['ada', 'Step Completed', '10:00:15', { step_id: 'name', step_index: 1 }],
  ['ada', 'Guide Completed', '10:00:15', {}],
  ['bob', 'Guide Shown', '11:00:00', {}],
  ['bob', 'Step Viewed', '11:00:00', { step_id: 'hello', step_index: 0 }],
  ['bob', 'Step Completed', '11:00:02', { step_id: 'hello', step_index: 0 }],
  ['bob', 'Step Viewed', '11:00:02', { step_id: 'name', step_index: 1 }],
  ['bob', 'Guide Failed', '11:00:12', { step_id: 'name', step_index: 1, reason: 'missing' }],
  ['bob', 'Guide Dismissed', '11:00:13', { how: 'escape' }],
].map(([userId, event, time, more], i) => ({
  account: 'tandem',
  ts: at(String(time)),
  message: {
    type: 'track',
    messageId: `tour-${i}`,
    userId: String(userId),
    event: String(event),
    properties: { guide_kind: 'tour', guide_id: 'intro', ...Object(more) },
  },
}))

/** The API with this history, scored for three weeks up to today. */
export async function startFilledApi(): Promise<RunningApi> {
  const api = await startApi()
  await api.load(history)
  await api.load(tour)
  const { projectId } = api.project
  await api.services.scoring.recompute({ projectId, from: addDays(TODAY, -20), to: TODAY })
  return api
}

/** The body of a 200, after it was found to have exactly the shape that the document promises. */
export async function readShape<T>(api: RunningApi, url: string, shape: ShapeName): Promise<T> {
  const { status, body } = await api.get(url)
  expect(body, url).not.toHaveProperty('error')
  expect(status).toBe(200)
  const result = shapes[shape].safeParse(body)
  expect(result.error?.issues ?? [], url).toEqual([])
  return body as T // just checked
}
