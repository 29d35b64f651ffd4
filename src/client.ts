import { readyConfig } from './client/config'
import { keepClicks } from './client/early-clicks'
import type { GuidesOptions } from './client/guides'
import { createInertHandrail } from './client/inert'
import { createLateHandrail } from './client/late'
import { createLazyGuides } from './client/lazy-guides'
import { createOn } from './client/listeners'
import { createMessageId } from './events/message-id'
import { createPrivacy, userObjects } from './events/privacy'
import { createQueue } from './events/queue'
import { createTracker } from './events/track'
import type { GuideEvent, Handrail, HandrailOptions } from './handrail'
import type { Area } from './platform/area'
import { hasPage, onceActivated, pageOrigin } from './platform/environment'
import { createListeners } from './platform/listeners'
import { holdLock } from './platform/lock'
import { onNavigate } from './platform/navigation'
import { onFocus, onOnline } from './platform/network'
import { openArea } from './platform/open-area'
import { readTimezoneWhenIdle } from './platform/page-info'
import { createReporter } from './platform/report'
import { createStorage } from './platform/storage'
import { onPageHide, onVisibility } from './platform/visibility'
import type { Config } from './schema'
import { createDelivery } from './transport/delivery'
import { createSender } from './transport/send'

/**
 * Starts the SDK on this page, in a task of its own or with the first call. On a server it returns an instance that does
 * nothing, so that the same code can run there.
 *
 * @throws TypeError when `writeKey` is missing: nothing could be sent
 */
export function createHandrail(options: HandrailOptions): Handrail {
  if (typeof options?.writeKey !== 'string' || options.writeKey === '')
    throw new TypeError('createHandrail: `writeKey` is missing; expected the write key of the project')
  if (!hasPage()) return createInertHandrail()
  return createLateHandrail((destroyed) =>
    destroyed ? createInertHandrail() : startHandrail(options, openArea(options.storage ?? 'local')),
  )
}

/** Starts it at once. What it keeps in the browser is kept in `area`. */
export function startHandrail(options: HandrailOptions, area: Area | undefined): Handrail {
  const { writeKey, consent = {}, gpc = true, dnt = false, autoPage = true, beforeSend } = options
  const endpoint = (options.endpoint ?? pageOrigin()).replace(/\/+$/, '')
  const fetch = options.fetch ?? window.fetch.bind(window)
  const now = options.now ?? Date.now
  const report = createReporter()
  const guideListeners = createListeners<[GuideEvent]>('guide', report.error)

  const storage = createStorage(writeKey, area)
  const privacy = createPrivacy({ storage, consent, objects: userObjects({ gpc, dnt }) })
  const queue = createQueue({
    storage,
    hold: holdLock,
    name: `handrail.${writeKey}`,
    createId: () => createMessageId(now()),
  })
  const delivery = createDelivery({
    outbox: queue,
    ...createSender({ endpoint, writeKey, fetch, now }),
    signals: { onVisibility, onPageHide, onOnline, onFocus },
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
  })
  const guides = createLazyGuides(tracker)
  const takeClicks = keepClicks(now)
  let destroyed = false
  let loading: ReturnType<typeof setTimeout> | undefined

  async function loadGuides(): Promise<void> {
    const url = options.config ?? `${endpoint}/v1/config?writeKey=${encodeURIComponent(writeKey)}`
    const { config, problems, hash } = await readyConfig({ config: url, fetch, storage, report })
    if (!config.features) takeClicks()
    const createGuides =
      hasWork(config) || problems.length > 0
        ? await (await import('./client/targeting')).loadGuides(config)
        : undefined
    if (destroyed) return
    tracker.setConfig(hash)
    guides.arrive(createGuides && ((early) => createGuides({ ...setup, problems, early })))
  }

  const setup: Omit<GuidesOptions, 'config' | 'finding' | 'measuring' | 'problems' | 'early'> = {
    options,
    endpoint,
    fetch,
    now,
    storage,
    tracker,
    privacy,
    report,
    onGuide: guideListeners.emit,
    onNavigate,
    takeClicks,
  }
  const cleanups = [
    onceActivated(() => {
      tracker.start()
      // In a task of its own: the page may draw and answer its user in between.
      loading = setTimeout(() => {
        loadGuides()
          .catch((error: Error) => {
            report.error(`there are no guides: ${error.message}`)
            guides.arrive(undefined)
          })
          .finally(takeClicks)
      })
    }),
    () => clearTimeout(loading),
    readTimezoneWhenIdle(),
    takeClicks,
    guides.destroy,
    tracker.destroy,
    delivery.destroy,
    privacy.destroy,
    guideListeners.clear,
  ]

  const handrail: Handrail = {
    identify: tracker.identify,
    group: tracker.group,
    track: tracker.track,
    page: tracker.page,
    start: guides.start,
    stop: guides.stop,
    on: createOn({ event: tracker.onEvent, guide: guideListeners.on }, report.error),
    consent: privacy.choose,
    explain: guides.explain,
    flush: tracker.flush,
    reset: tracker.reset,
    destroy() {
      destroyed = true
      // Whoever has kept it may call it still.
      Object.assign(handrail, createInertHandrail())
      for (const cleanup of cleanups) cleanup()
    },
  }
  return handrail
}

/** Whether there is anything to show or to notice; else no more code is loaded. */
const hasWork = (config: Config): boolean =>
  config.hub !== undefined || Object.values(config).some((part) => Array.isArray(part) && part.length > 0)
