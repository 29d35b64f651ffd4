import { isSafeUrl } from '../core/url'
import type { HandrailOptions } from '../handrail'
import type { Reporter } from '../platform/report'
import type { Action } from '../schema'

interface Options extends Pick<HandrailOptions, 'onNavigate' | 'onAction'> {
  start(guideId: string): void
  track(event: string, properties?: Record<string, unknown>): void
  report: Reporter
}

type Act = Exclude<Action, string>

/** Carries out what a button or an item says. What the host's own callbacks throw is reported, and goes no further. */
export function createActions({
  start,
  track,
  onNavigate,
  onAction,
  report,
}: Options): (action: Act) => void {
  function carryOut(action: Act): void {
    if ('start' in action) start(action.start)
    else if ('track' in action) track(action.track, action.properties)
    else if ('call' in action) {
      if (onAction) onAction(action.call, action.with ?? {})
      else report.warn(`the action "${action.call}" needs the option \`onAction\``)
    } else go('navigate' in action ? action.navigate : action.open, 'navigate' in action)
  }

  function go(url: string, here: boolean): void {
    if (!isSafeUrl(url)) report.error(`the URL "${url}" is not relative, http(s), mailto or tel`)
    else if (!here) window.open(url, '_blank', 'noopener')
    else if (onNavigate) onNavigate(url)
    else location.assign(url)
  }

  return (action) => {
    try {
      carryOut(action)
    } catch (error) {
      report.error(`an action failed: ${(error as Error).message}`)
    }
  }
}
