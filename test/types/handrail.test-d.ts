import {
  createHandrail,
  type ExplainedVerdict,
  type Gate,
  type GuideEvent,
  type Handrail,
  type WireEvent,
} from 'handrail'
import { expectTypeOf, it } from 'vitest'

declare const handrail: Handrail

it('needs a write key and refuses options it does not know', () => {
  expectTypeOf(createHandrail).returns.toEqualTypeOf<Handrail>()
  expectTypeOf(createHandrail).toBeCallableWith({ writeKey: 'wk_demo', config: { version: 1 } })
  // @ts-expect-error without a write key no event has a project
  createHandrail({})
  // @ts-expect-error the option is `endpoint`
  createHandrail({ writeKey: 'wk_demo', host: 'https://collect.example.com' })
  // @ts-expect-error leave the option out instead
  createHandrail({ writeKey: 'wk_demo', locale: undefined })
  // @ts-expect-error there is no session storage
  createHandrail({ writeKey: 'wk_demo', storage: 'session' })
})

it('takes ids and names as text', () => {
  expectTypeOf(handrail.identify).toBeCallableWith('u_1', { name: 'Ada' }, { signature: 'ab12' })
  // @ts-expect-error an id is text, so that 1 and "1" are one user
  handrail.identify(1)
  // @ts-expect-error an event has a name
  handrail.track()
  // @ts-expect-error properties are an object
  handrail.track('Project Created', 'kanban')
})

it('says what became of a guide', () => {
  expectTypeOf(handrail.start('welcome')).resolves.toEqualTypeOf<'shown' | Gate>()
  expectTypeOf(handrail.explain('welcome')).resolves.toEqualTypeOf<ExplainedVerdict[]>()
})

it('gives each listener the event of its name, and returns its cleanup', () => {
  const stop = handrail.on('event', (event) => expectTypeOf(event).toEqualTypeOf<WireEvent>())
  handrail.on('guide', (event) => expectTypeOf(event).toEqualTypeOf<GuideEvent>())
  expectTypeOf(stop).toEqualTypeOf<() => void>()
  // @ts-expect-error there is no such event
  handrail.on('survey', () => {})
})

it('asks for each consent by name', () => {
  expectTypeOf(handrail.consent).toBeCallableWith({ analytics: true, guides: false })
  // @ts-expect-error the name is `analytics`
  handrail.consent({ tracking: true })
})

it('lets `beforeSend` change or drop an event, and nothing else', () => {
  createHandrail({ writeKey: 'wk_demo', beforeSend: (event) => (event.type === 'page' ? null : event) })
  // @ts-expect-error undefined may be a forgotten return
  createHandrail({ writeKey: 'wk_demo', beforeSend: () => undefined })
})
