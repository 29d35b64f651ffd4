/** The chunk that waits for rarer things than a page: loaded by the first guide that waits for one of them. */
export { onMoments } from './moments'
export { onceClear } from './obstacles'
