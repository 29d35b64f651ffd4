import { spawnSync } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * Lets the taking in of events go first: what is loaded later waits in the spool, a sender that waits times out. A thread
 * asks it for itself or for its process; what they start from then on does the same. Linux only, and needs util-linux.
 *
 * It is the idle policy and not a lower priority, because it gives way at once where others first use up their slice, and
 * because ClickHouse gives its threads priorities of their own. https://man7.org/linux/man-pages/man7/sched.7.html
 */
export function yieldProcessor(of: 'thread' | 'process'): void {
  if (process.platform !== 'linux') return
  const whose =
    of === 'process' ? ['--all-tasks', '--pid', '0', `${process.pid}`] : ['--pid', '0', threadId()]
  spawnSync('chrt', ['--idle', ...whose], { stdio: 'ignore' })
}

/** Empty where nobody says: then there is nothing to set. */
function threadId(): string {
  try {
    return basename(readlinkSync('/proc/thread-self'))
  } catch {
    return ''
  }
}
