import { tourEnglish } from '../../core/english/tour'
import { slotOf } from '../../core/slot'
import { tourStep } from '../../core/tour'
import type { TourEffect, TourInput, TourState } from '../../core/tour-types'
import { stepProperties } from '../../core/tour-view'
import type { Button, Tour } from '../../schema'
import type { OpenSurface } from '../host'
import { withText } from '../with-text'
import { createScreen } from './screen'
import { createTeller } from './teller'

/** Opens a tour, or goes on with the one that was saved. It carries out what the machine of `core/tour` decides. */
export const open: OpenSurface<Tour, TourState> = (tour, surfaceHost) => {
  const host = withText(surfaceHost, tourEnglish)
  const screen = createScreen(host, { send, press, isBanner: slotOf(tour, 'tour') === 'banner' })
  const teller = createTeller(host.track)
  const inputs: TourInput[] = []
  let running = false
  let state = host.saved()
  let page = pageOf()

  /** One input at a time: what an effect sets off waits until all effects before it have been carried out. */
  function send(input: TourInput): void {
    inputs.push(input)
    if (running) return
    running = true
    try {
      for (let next = inputs.shift(); next; next = inputs.shift()) {
        const result = tourStep(state, next, tour, host.context(), host.rules)
        state = result.state
        for (const effect of result.effects) run(effect)
      }
    } catch (error) {
      fail(error)
    }
    running = false
  }

  /** Whatever a page does to us: nothing stays on the screen, and the dashboard hears why. */
  function fail(error: unknown): void {
    const at = state ? stepProperties(tour, state.step) : {}
    state = undefined
    inputs.length = 0
    dispose()
    host.close('failed', { ...at, reason: 'error', error: String(error) })
  }

  function run(effect: TourEffect) {
    switch (effect.type) {
      case 'track':
        return teller.tell(effect.event, effect.properties)
      case 'save':
        return host.save(effect.state)
      case 'prepare':
        return screen.prepare(effect.click, effect.unless)
      case 'locate':
        return screen.look(effect.step, effect.waitMs)
      case 'render':
        return screen.show(effect.view)
      case 'hide':
        return screen.clear()
      case 'close':
        dispose()
        host.close(effect.outcome, effect.properties)
    }
  }

  /** The tour moves first, so that a page that is left at once has it saved. */
  function press({ do: action = 'next', goto }: Button): void {
    if (goto !== undefined) send({ type: 'goto', step: goto, how: 'button' })
    else if (action === 'next') send({ type: 'next', how: 'button' })
    else if (action === 'back' || action === 'snooze') send({ type: action })
    else if (action === 'close') send({ type: 'close', how: 'button' })
    if (typeof action === 'string') return
    teller.flush()
    host.act(action)
  }

  function pageOf(): string {
    const { path, search } = host.context()
    return path + search
  }

  const unlisten = host.$tick.listen(() => {
    const moved = pageOf() !== page
    page = pageOf()
    send({ type: moved ? 'page' : 'context' })
  })
  const unhear = host.onEvent(({ type, event: name, properties }) => {
    if (type === 'track' && name !== undefined) send({ type: 'event', name, properties: properties ?? {} })
  })

  function dispose(): void {
    unlisten()
    unhear()
    screen.close()
    teller.flush()
  }

  send({ type: state ? 'resume' : 'start' })
  // The way from a step to the next is new to the browser too.
  if (host.isRehearsal && tour.steps.length > 1) send({ type: 'next', how: 'button' })
  return { close: dispose }
}
