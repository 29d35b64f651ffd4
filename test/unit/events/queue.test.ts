import { describe, expect, it } from 'vitest'
import type { Queue, QueuedBatch } from '../../../src/events/queue'
import { createWorld, EVERYTHING, entry, settled } from './world'

/** Ids sort by time, as UUIDv7 do. */
const ids = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `e${String(from + index).padStart(4, '0')}`)
const none = new Set<string>()

describe('a queue', () => {
  it('keeps an entry in storage until it is answered', async () => {
    const world = createWorld()
    const { queue } = world.openTab()
    await settled()
    queue.add(ids(3).map((id) => entry(id)))
    expect([...world.texts.values()].join()).toContain('e0002')
    const batch = queue.take(...EVERYTHING)
    expect(batch?.ids).toEqual(['e0000', 'e0001', 'e0002'])
    expect(world.texts.size).toBe(1)
    if (batch) queue.settle(batch, new Set(['e0001']))
    expect(queue.take(...EVERYTHING)?.ids).toEqual(['e0001'])
  })

  it('loses nothing where an event with the same id comes again after the first was answered', async () => {
    const world = createWorld()
    const tab = world.openTab()
    await settled()
    tab.queue.add([entry('goal'), entry('waits')])
    const batch = tab.queue.take(1, Number.POSITIVE_INFINITY)
    if (batch) tab.queue.settle(batch, none)
    tab.queue.add([entry('goal')])
    tab.crash()
    const next = world.openTab()
    next.queue.adopt()
    await settled()
    expect(next.queue.take(...EVERYTHING)?.ids).toEqual(['waits', 'goal'])
  })

  it('adopts what an earlier version has left, under keys by id', async () => {
    const world = createWorld()
    const { json, context } = entry('left')
    world.texts.set('q.old.0190-left', `${context}\n+${json}`)
    const { queue } = world.openTab()
    queue.adopt()
    await settled()
    expect(queue.take(...EVERYTHING)?.ids).toEqual(['left'])
  })

  it('writes each entry once, whatever is in the queue already', async () => {
    const world = createWorld()
    const { queue, storage } = world.openTab()
    await settled()
    let written = 0
    const { writeText } = storage
    storage.writeText = (key, text) => {
      written += text.length
      return writeText(key, text)
    }
    const each: number[] = []
    for (const id of ids(1000, 1000)) {
      const before = written
      queue.add([entry(id)])
      each.push(written - before)
    }
    expect(new Set(each).size).toBe(1)
  })

  it('never gives out an entry twice while it is on its way', async () => {
    const { queue } = createWorld().openTab()
    queue.add(ids(5).map((id) => entry(id)))
    expect(queue.take(3, Number.POSITIVE_INFINITY)?.ids).toEqual(['e0000', 'e0001', 'e0002'])
    expect(queue.take(...EVERYTHING)?.ids).toEqual(['e0003', 'e0004'])
    expect(queue.take(...EVERYTHING)).toBeUndefined()
    expect(queue.waiting).toBe(0)
  })

  it('gives at least one entry, however large', () => {
    const { queue } = createWorld().openTab()
    queue.add([entry('big', { size: 5000 }), entry('next')])
    expect(queue.take(50, 100)?.ids).toEqual(['big'])
  })

  it('puts the context of the first entry on the batch and its own on every other', () => {
    const { queue } = createWorld().openTab()
    queue.add([entry('a'), entry('b', { context: '{"page":2}' })])
    const batch = queue.take(...EVERYTHING)
    expect(JSON.parse(batch?.context ?? '')).toEqual({ page: 1 })
    expect(batch?.messages.map((json) => JSON.parse(json).context)).toEqual([undefined, { page: 2 }])
  })

  it('is taken over when its tab dies, and only then', async () => {
    const world = createWorld()
    const first = world.openTab()
    await settled()
    first.queue.add(ids(120).map((id) => entry(id, { product: id !== 'e0001' })))
    const second = world.openTab()
    second.queue.adopt()
    await settled()
    expect(second.queue.waiting).toBe(0)
    first.crash()
    await settled()
    const batch = second.queue.take(...EVERYTHING)
    expect(batch?.ids).toEqual(ids(120))
    if (batch) second.queue.settle(batch, none)
    expect(world.texts.size).toBe(0)
  })

  it('comes back out of the back/forward cache with what no other tab has taken', async () => {
    const world = createWorld()
    const { queue } = world.openTab()
    await settled()
    queue.add(ids(3).map((id) => entry(id)))
    queue.suspend()
    const other = world.openTab()
    other.queue.adopt()
    await settled()
    expect(other.queue.waiting).toBe(3)
    queue.resume()
    await settled()
    expect(queue.waiting).toBe(0)
    queue.suspend()
    other.crash()
    queue.resume()
    await settled()
    expect(queue.take(...EVERYTHING)?.ids).toEqual(ids(3))
  })

  it('drops the oldest product events beyond 1,000, never one of ours, and reports how many', async () => {
    const { queue } = createWorld().openTab()
    queue.add([entry('ours', { product: false })])
    for (const id of ids(1500)) queue.add([entry(id)])
    expect(queue.waiting).toBe(1001)
    const batch = queue.take(...EVERYTHING)
    expect(batch?.ids).toEqual(['ours', ...ids(1000, 500)])
    expect(JSON.parse(batch?.context ?? '')).toEqual({ page: 1, handrail: { dropped: 500 } })
    if (batch) queue.settle(batch, none)
    queue.add([entry('next')])
    expect(queue.take(...EVERYTHING)?.dropped).toBe(0)
  })

  describe('reports what was lost once', () => {
    const reports = (queue: Queue, count: number): QueuedBatch[] => {
      queue.add(ids(count).map((id) => entry(id)))
      queue.countDropped(5)
      return Array.from({ length: count }, () => queue.take(1, 1e6)).flatMap((batch) => batch ?? [])
    }
    const reportedNext = (queue: Queue) => {
      queue.add([entry('next')])
      return queue.take(...EVERYTHING)?.dropped
    }

    it('with the first of several batches that are on their way together, and what is lost later with the next', () => {
      const { queue } = createWorld().openTab()
      const batches = reports(queue, 3)
      expect(batches.map(({ dropped }) => dropped)).toEqual([5, 0, 0])
      queue.countDropped(4)
      for (const batch of batches) queue.settle(batch, none)
      expect(reportedNext(queue)).toBe(4)
    })

    it('again when nothing of its batch has arrived', () => {
      const { queue } = createWorld().openTab()
      const batches = reports(queue, 2)
      for (const batch of batches) queue.settle(batch, new Set(batch.ids))
      expect(reportedNext(queue)).toBe(5)
    })

    it.each(['delivered', 'kept'])('also where all was forgotten before the batch was %s', (answer) => {
      const { queue } = createWorld().openTab()
      const [batch] = reports(queue, 1)
      queue.clear()
      if (batch) queue.settle(batch, answer === 'kept' ? new Set(batch.ids) : none)
      expect(reportedNext(queue)).toBe(0)
    })

    it('by the next visit, where the page ended with the batch on its way', async () => {
      const world = createWorld()
      const first = world.openTab()
      await settled()
      reports(first.queue, 1)
      first.queue.countDropped(4)
      first.crash()
      const second = world.openTab()
      second.queue.adopt()
      await settled()
      expect(second.queue.take(...EVERYTHING)?.dropped).toBe(9)
    })

    it('by a page that is back from the cache, whatever becomes of a batch of before', async () => {
      const { queue } = createWorld().openTab()
      await settled()
      const [batch] = reports(queue, 1)
      queue.suspend()
      queue.resume()
      await settled()
      if (batch) queue.settle(batch, new Set(batch.ids))
      expect(reportedNext(queue)).toBe(5)
    })
  })

  it('counts and gives out once what two dead tabs have both left, and leaves nothing of it', async () => {
    const world = createWorld()
    const dead = [world.openTab(), world.openTab()]
    await settled()
    for (const tab of dead)
      tab.queue.add([entry('end', { product: false }), entry('end', { product: false })])
    for (const tab of dead) tab.crash()
    const { queue } = world.openTab()
    await settled()
    queue.add([entry('end', { product: false }), entry('own')])
    queue.adopt()
    await settled()
    expect(queue.waiting).toBe(2)
    const batch = queue.take(...EVERYTHING)
    expect(batch?.ids).toEqual(['end', 'own'])
    if (batch) queue.settle(batch, none)
    expect([queue.waiting, queue.waitingChars, world.texts.size]).toEqual([0, 0, 0])
    queue.adopt()
    await settled()
    expect(queue.waiting).toBe(0)
  })

  it('keeps 1 MB at most', () => {
    const { queue } = createWorld().openTab()
    for (const id of ids(60)) queue.add([entry(id, { size: 30_000 })])
    expect(queue.waitingChars).toBeLessThanOrEqual(1_000_000)
    expect(queue.take(...EVERYTHING)?.ids.at(-1)).toBe('e0059')
  })

  it('tells the next visit how many were dropped before', async () => {
    const world = createWorld()
    const first = world.openTab()
    await settled()
    first.queue.add([entry('a')])
    first.queue.countDropped(7)
    first.crash()
    const second = world.openTab()
    second.queue.adopt()
    await settled()
    expect(second.queue.take(...EVERYTHING)?.dropped).toBe(7)
  })

  it('goes on in memory when the storage is full, and writes what it holds when there is room', async () => {
    const world = createWorld()
    world.quotaChars = 100
    const { queue } = world.openTab()
    await settled()
    queue.add(ids(40).map((id) => entry(id)))
    expect(queue.waiting).toBe(40)
    expect(world.texts.size).toBe(0)
    world.quotaChars = Number.POSITIVE_INFINITY
    queue.add([entry('last')])
    expect([...world.texts.values()].join('\n').split('messageId')).toHaveLength(42)
  })

  it('loses to damage only what is damaged', async () => {
    const world = createWorld()
    const first = world.openTab()
    await settled()
    first.queue.add(ids(3).map((id) => entry(id)))
    first.queue.add([entry('other', { context: '{"page":2}' })])
    first.crash()
    for (const [key, text] of world.texts) {
      world.texts.set(key, text.includes('other') ? text.slice(3) : text.replace('"e0001"', '"e0001'))
    }
    const second = world.openTab()
    second.queue.adopt()
    await settled()
    expect(second.queue.take(...EVERYTHING)?.ids).toEqual(['e0000', 'e0002'])
  })

  it('forgets everything when told to', async () => {
    const world = createWorld()
    const { queue } = world.openTab()
    await settled()
    queue.add(ids(3).map((id) => entry(id)))
    queue.take(1, 1)
    queue.clear()
    expect(queue.waiting).toBe(0)
    expect(world.texts.size).toBe(0)
    queue.add([entry('new')])
    expect(queue.take(...EVERYTHING)?.ids).toEqual(['new'])
  })
})
