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

const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)

it('refuses what is nested too deep to be written out, and takes the others', () => {
  const deep = (value: unknown) => ({ ...message(''), properties: { value } })
  const batch = [
    deep(nested(98)),
    deep(nested(99)),
    deep(nested(100_000)),
    { ...message(''), event: nested(100_000) },
  ]
  const { refused, results } = judge(batch, 1_000_000)
  expect(refused).toEqual([1, 2, 3])
  expect(results.m).toEqual({ rejected: 'message: found more than 100 levels of lists and objects' })
})

it('measures what follows a message that is longer written out than it came', () => {
  const numbers = { ...message(''), properties: { list: Array(20_000).fill(1e20) } }
  const bodyBytes = 20_000 * '1e20,'.length + 40_000
  expect(judge([numbers, message('x'.repeat(40_000))], bodyBytes).refused).toEqual([0, 1])
})
