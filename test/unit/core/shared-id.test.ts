import { expect, it } from 'vitest'
import { sharedId } from '../../../src/core/shared-id'

const ADA = '019ab2c3-d4e5-7f60-8123-456789abcdef'
const BOB = '019ab2c3-d4e6-7f60-9123-456789abcdef'
const item = { guide_kind: 'checklist', guide_id: 'start', item_id: 'pay', done_count: 1 }

it('is a UUIDv7, the same in every tab, also where another item was done there before', () => {
  const id = sharedId(ADA, 'Item Completed', item)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(sharedId(ADA, 'Item Completed', { ...item, done_count: 2 })).toBe(id)
})

it('is another one for another anonymous id, guide, item or event', () => {
  const ids = [
    sharedId(ADA, 'Item Completed', item),
    sharedId(BOB, 'Item Completed', item),
    sharedId(ADA, 'Item Completed', { ...item, guide_id: 'next' }),
    sharedId(ADA, 'Item Completed', { ...item, item_id: 'invite' }),
    sharedId(ADA, 'Guide Withheld', item),
    sharedId(ADA, 'Guide Withheld', { ...item, guide_kind: 'tour' }),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})

it('is none for what may happen again', () => {
  expect(sharedId(ADA, 'Guide Shown', item)).toBeUndefined()
})
