import { expect, it } from 'vitest'
import { createGroupCommit } from '../../src/event-store/group-commit'
import { SpoolUnavailable } from '../../src/services'

const mebibyte = new Uint8Array(1024 * 1024)

it('holds 64 MiB at most for a disk that is slow, and tells who comes then to come back', async () => {
  let finish = (): void => {}
  const stuck = new Promise<void>((resolve) => {
    finish = resolve
  })
  const commits = createGroupCommit(
    () => stuck,
    () => {},
  )
  const append = () => commits.append([mebibyte], mebibyte.length)
  const first = append() // on its way to the disk; what comes now waits
  const waiting = Array.from({ length: 64 }, append)
  await expect(append()).rejects.toThrow(SpoolUnavailable)
  expect(commits.waitingBytes()).toBe(64 * mebibyte.length)
  finish()
  await Promise.all([first, ...waiting])
  expect(commits.waitingBytes()).toBe(0)
  await append()
})
