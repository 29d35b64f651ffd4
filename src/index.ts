export { createHandrail } from './client'
export type { Verdict } from './core/gates'
export type { Consent, GuideEvent, Handrail, HandrailEvents, HandrailOptions } from './handrail'
export type { Condition, Config, GuideKind, Theme, WireEvent } from './schema'
