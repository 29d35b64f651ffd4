/** The chunk that waits for rarer things than a page: loaded by the first guide that waits for one of them. */
export { onMoments } from '../platform/moments'
export { onceClear } from '../platform/obstacles'
export { createWaits } from '../store/waits'
