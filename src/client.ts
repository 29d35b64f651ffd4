import { createActions } from './client/actions'
import { readyConfig } from './client/config'
import { createGuides } from './client/guides'
import { createInertHandrail } from './client/inert'
import { createListeners } from './client/listeners'
import { keepProfile } from './client/profile'
import { eventMatches } from './core/conditions'
import { matchesPage } from './core/page-pattern'
import { createMessageId } from './events/message-id'
import { createPrivacy, userObjects } from './events/privacy'
import { createQueue } from './events/queue'
import { createTracker } from './events/track'
import type { Handrail, HandrailOptions } from './handrail'
import {
  hasPage,
  onceActivated,
  pageLanguage,
  pageOrigin,
  pagePath,
  pageSearch,
} from './platform/environment'
import { passesThrough } from './platform/locate'
import { holdLock } from './platform/lock'
import { onNavigate } from './platform/navigation'
import { onOnline } from './platform/network'
import { createPlace } from './platform/place'
import { createReporter } from './platform/report'
import { createStorage } from './platform/storage'
import { onPageHide, onRestored, onVisibility } from './platform/visibility'
import { createDelivery } from './transport/delivery'
import { createSend } from './transport/send'

/**
 * Starts the SDK on this page. On a server it returns an instance that does nothing, so that the same code can run there.
 *
 * @throws TypeError when `writeKey` is missing: nothing could be sent
 */
export function createHandrail(options: HandrailOptions): Handrail {
  if (typeof options?.writeKey !== 'string' || options.writeKey === '')
    throw new TypeError('createHandrail: `writeKey` is missing; expected the write key of the project')
  return hasPage() ? start(options) : createInertHandrail()
}

function start(options: HandrailOptions): Handrail {
  const { writeKey, consent = {}, gpc = true, dnt = false, autoPage = true, beforeSend } = options
  const endpoint = (options.endpoint ?? pageOrigin()).replace(/\/+$/, '')
  const fetch = options.fetch ?? window.fetch.bind(window)
  const now = options.now ?? Date.now
  const locale = options.locale ?? pageLanguage()
  const report = createReporter()
  const listeners = createListeners(report.error)

  const storage = createStorage({ writeKey, kind: options.storage ?? 'local' })
  const privacy = createPrivacy({ storage, consent, objects: userObjects({ gpc, dnt }) })
  const queue = createQueue({
    storage,
    hold: holdLock,
    name: `handrail.${writeKey}`,
    createId: () => createMessageId(now()),
  })
  const delivery = createDelivery({
    outbox: queue,
    send: createSend({ endpoint, writeKey, fetch, now }),
    signals: { onVisibility, onPageHide, onOnline },
    random: Math.random,
    report: report.error,
  })
  const tracker = createTracker({
    storage,
    privacy,
    queue,
    now,
    beforeSend,
    autoPage,
    report: report.error,
    deliver: delivery.flush,
    matchesWhere: (where, properties) => eventMatches(where, properties, now()),
    matchesPage: (page) => matchesPage(page, pagePath(), pageSearch()),
    passesThrough,
  })
  const { identity, session, activity } = tracker

  const place = createPlace(`handrail.${writeKey}.interruption`)
  const profile = keepProfile(storage, identity.who(), () => guides.touch('all'))
  const guides = createGuides({
    options,
    locale,
    profile,
    stage: {
      track: tracker.record,
      act: createActions({
        ...options,
        start: (id) => void guides.start(id),
        track: tracker.track,
        report,
      }),
      isTyping: () => activity.isTyping(now()),
      place,
      report,
    },
    context: { now, who: identity.who, sessionId: session.id },
    mayShow: () => privacy.allows('guides'),
    onEvent: tracker.onEvent,
    onGuide: (event) => listeners.emit('guide', event),
  })

  async function loadGuides(): Promise<void> {
    const config = options.config ?? `${endpoint}/v1/config?writeKey=${encodeURIComponent(writeKey)}`
    const ready = await readyConfig({ config, fetch, storage, report })
    if (destroyed) return
    tracker.setConfig({ hash: ready.hash, features: ready.config.features ?? [] })
    guides.use(ready.config, ready.problems)
  }

  let destroyed = false
  const cleanups = [
    tracker.onEvent((event) => listeners.emit('event', event)),
    identity.onChange(guides.follow),
    onNavigate(() => guides.touch('page')),
    onVisibility((visible) => (visible ? guides.touch('time') : profile.flush())),
    onPageHide(profile.flush),
    onRestored(guides.reclaim),
    privacy.onChange(() => guides.touch('all')),
    onceActivated(() => {
      tracker.start()
      void loadGuides()
    }),
    guides.destroy,
    place.destroy,
    tracker.destroy,
    delivery.destroy,
    privacy.destroy,
    listeners.clear,
  ]

  return {
    identify: tracker.identify,
    group: tracker.group,
    track: tracker.track,
    page: tracker.page,
    start: guides.start,
    stop: guides.stop,
    on: listeners.on,
    consent: privacy.choose,
    explain: guides.explain,
    flush: tracker.flush,
    reset: tracker.reset,
    destroy() {
      if (destroyed) return
      destroyed = true
      for (const cleanup of cleanups) cleanup()
    },
  }
}
