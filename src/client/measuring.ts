/** The chunk for what is measured beside guides themselves: features used, goals reached, guides withheld. */
export { createAdoption } from '../events/adoption'
export { createMeasure } from '../store/measure'
