import { describe, expect, it } from 'vitest'
import type { EventRow } from '../../src/api-types'
import { toldOnce } from '../../src/routes/api/told-once'

const told = (event: string, properties: Record<string, unknown>, messageId = event): EventRow => ({
  messageId,
  ts: 0,
  receivedAt: 0,
  type: 'track',
  event,
  userId: 'ada',
  anonymousId: null,
  accountId: 'acme',
  sessionId: null,
  path: null,
  properties,
})
const guide = { guide_kind: 'survey', guide_id: 'nps' }
const ids = (events: EventRow[]) => toldOnce(events).map(({ messageId }) => messageId)

describe('the timeline', () => {
  it('tells each event of a submission once, the last time it was sent', () => {
    const first = { ...guide, submission_id: 's1' }
    const events = [
      told('Survey Completed', first),
      told('Guide Completed', guide),
      told('Survey Answered', first, 'with reason'),
      told('Survey Answered', first, 'score alone'),
      told('Survey Answered', { ...guide, submission_id: 's0' }, 'the survey before'),
    ]
    expect(ids(events)).toEqual(['Survey Completed', 'with reason', 'the survey before'])
  })

  it('leaves everything else as it is', () => {
    const tour = { guide_kind: 'tour', guide_id: 'welcome' }
    const events = [
      told('Guide Completed', tour),
      told('Project Created', {}, 'one'),
      told('Project Created', {}, 'two'),
      told('Guide Dismissed', guide),
    ]
    expect(ids(events)).toHaveLength(4)
  })
})
