import { writeFile } from 'node:fs/promises'
import { setPriority } from 'node:os'

/** A tenth of the processor time of work at 0, when there is not enough for both. https://man7.org/linux/man-pages/man7/sched.7.html */
const laterNice = 10

/**
 * Lets the taking in of events go first: what is loaded later waits in the spool, a sender that waits times out. Linux keeps
 * a priority for each thread and 0 names the one that asks; elsewhere it names the whole process, which stays as it is.
 */
export function yieldProcessor(): void {
  if (process.platform === 'linux') setPriority(0, laterNice)
}

/**
 * The same for all threads of a process that leads a session of its own: ClickHouse sets the priority of its threads itself,
 * but not that of their session. Where the kernel does not group by session nothing changes.
 * https://man7.org/linux/man-pages/man7/sched.7.html (autogroup)
 */
export async function yieldSession(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/autogroup`, String(laterNice)).catch(() => {})
}
