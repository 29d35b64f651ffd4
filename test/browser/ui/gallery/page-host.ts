import { atom } from 'nanostores'
import type { Context, History } from '../../../../src/core/context'
import { rules } from '../../../../src/core/rules'
import type { SurfaceHost } from '../../../../src/core/surface'
import type { Config, Theme, WireEvent } from '../../../../src/schema'
import { markup } from '../../../../src/ui/markdown'

export interface HostOptions {
  locale?: string
  theme?: Theme
  strings?: Config['strings']
  saved?: unknown
}

export interface LogEntry {
  call: 'track' | 'act' | 'save' | 'close'
  name: string
  data: unknown
}

/** What a page knows and what a surface reported to it: the border of the surfaces, kept in memory. */
export interface PageHost extends SurfaceHost {
  log: LogEntry[]
  /** The user did something in the product. */
  did(event: string, properties?: Record<string, unknown>): void
  /** The user went to another page of the product. */
  went(path: string): void
}

const RTL = /^(ar|fa|he|ur)\b/

export function createPageHost({ locale = 'en', theme = {}, strings, saved }: HostOptions = {}): PageHost {
  let kept = saved
  const log: LogEntry[] = []
  const listeners = new Set<(event: WireEvent) => void>()
  const $tick = atom(0)
  const events: Record<string, History['events'][string]> = {}
  let path = '/projects'
  const now = () => Date.now()

  function hear(event: string, properties: Record<string, unknown> = {}): void {
    const known = events[event]
    events[event] = {
      count: (known?.count ?? 0) + 1,
      first: known?.first ?? now(),
      last: now(),
      times: [...(known?.times ?? []), now()],
    }
    for (const listener of listeners) listener({ type: 'track', event, properties })
    $tick.set($tick.get() + 1)
  }

  const context = (): Context => ({
    now: now(),
    userId: 'u_1',
    anonymousId: 'a_1',
    sessionId: 's_1',
    traits: { name: 'Ada' },
    account: { name: 'Acme', plan: 'trial' },
    accountId: 'acme',
    health: 'unknown',
    history: { events, features: {}, guides: {}, interruptions: [] },
    path,
    search: '',
    device: 'desktop',
    language: locale,
    segments: {},
    answers: {},
    isVisible: () => false,
  })

  return {
    log,
    did: hear,
    went(to) {
      path = to
      $tick.set($tick.get() + 1)
    },
    track(event, properties = {}) {
      log.push({ call: 'track', name: event, data: properties })
      hear(event, properties)
    },
    act: (action) => log.push({ call: 'act', name: Object.keys(action)[0] ?? '', data: action }),
    save(state) {
      kept = state
      log.push({ call: 'save', name: '', data: structuredClone(state) })
    },
    close: (outcome, properties = {}) => log.push({ call: 'close', name: outcome, data: properties }),
    saved: () => kept,
    context,
    isTyping: () => false,
    $tick,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    rules,
    markup,
    locale,
    dir: RTL.test(locale) ? 'rtl' : 'ltr',
    theme,
    config: { version: 1, ...(strings && { strings }) },
  }
}
