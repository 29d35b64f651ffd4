import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextSort, readView, viewHref } from '../../src/dashboard/client/data/accounts-query'

const view = fc.record({
  text: fc.string(),
  band: fc.constantFrom('' as const, 'healthy' as const, 'at_risk' as const),
  flag: fc.constantFrom('', 'dormant'),
  sort: fc.constantFrom('score', '-mrr', 'name'),
})

describe('the view of the account list', () => {
  it('survives being sent as an address', () => {
    fc.assert(
      fc.property(view, (sent) => {
        expect(readView(new URL(viewHref(sent), 'http://c.test').search)).toEqual(sent)
      }),
    )
  })

  it('ignores a band that does not exist', () => {
    expect(readView('?band=<script>').band).toBe('')
  })

  it('sorts a column by what matters first, then the other way round', () => {
    expect(nextSort('score', 'mrr', 'down')).toBe('-mrr')
    expect(nextSort('-mrr', 'mrr', 'down')).toBe('mrr')
    expect(nextSort('mrr', 'mrr', 'down')).toBe('-mrr')
  })
})
