import document from '../health/model.v1.json'
import { completeModel } from '../health/read-model'

/** The model a project starts with. */
export const DEFAULT_MODEL = completeModel(document)
