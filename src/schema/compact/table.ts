import { keySchemas, listSchemas } from '../config'
import { fromZod } from './from-zod'

/** The schema of a config. The build writes in its place what it comes to (`build/evaluate.mjs`): a page loads no zod. */
export const table = fromZod(keySchemas, listSchemas)
