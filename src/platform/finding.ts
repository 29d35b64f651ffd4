/** The chunk that finds elements and waits for them: loaded before the first guide of a config that names any. */
export { addFinders, locate, passesThrough } from './locate'
export { onTarget } from './observe-target'
