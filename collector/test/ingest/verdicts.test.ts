import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { maxMessageBytes } from '../../src/routes/ingest/message-check'
import { judge } from '../../src/routes/ingest/verdicts'

const message = (text: string) => ({
  type: 'track',
  event: 'A',
  userId: 'u',
  messageId: 'm',
  properties: { text },
})
const overhead = JSON.stringify(message('')).length

it('refuses exactly the messages over the limit, wherever they stand in a batch', () => {
  const size = fc.oneof(
    fc.integer({ min: 0, max: 500 }),
    fc.integer({ min: maxMessageBytes - overhead - 3, max: maxMessageBytes - overhead + 3 }),
    fc.integer({ min: 0, max: 3 * maxMessageBytes }),
  )
  const property = fc.property(fc.array(size, { maxLength: 30 }), (sizes) => {
    const batch = sizes.map((length) => message('x'.repeat(length)))
    const bodyBytes = JSON.stringify({ batch }).length
    const expected = sizes.flatMap((length, i) => (length + overhead > maxMessageBytes ? [i] : []))
    expect(judge(batch, bodyBytes).refused).toEqual(expected)
  })
  fc.assert(property, { numRuns: 60 })
})
