import { describe, expect, it } from 'vitest'
import { validateConfig } from './both'

const step = { id: 'hello', title: 'Hello' }
const tour = { id: 'welcome', steps: [step] }
const config = {
  version: 1,
  features: [{ id: 'export', name: 'Export', on: { event: 'Exported' } }],
  segments: { 'trial-admins': { trait: 'role', is: 'admin' } },
}

const told = (json: object) => validateConfig({ ...config, ...json }).problems.map(({ message }) => message)
const aboutTour = (json: object) => told({ tours: [{ ...tour, ...json }] })
const aboutStep = (json: object) => aboutTour({ steps: [{ ...step, ...json }] })
const aboutQuestion = (json: object) =>
  told({ surveys: [{ id: 'nps', questions: [{ id: 'score', type: 'nps', title: 'Score?', ...json }] }] })

describe('a slip in a word is told with the word that was meant', () => {
  it.each([
    [
      'a key',
      aboutStep({ titel: 'x' }),
      'tours[0].steps[0].titel: found the unknown key "titel", did you mean "title"?',
    ],
    ['a key of the config', told({ tour: [] }), 'tour: found the unknown key "tour", did you mean "tours"?'],
    [
      'the case of a key',
      aboutTour({ when: { afterseconds: 3 } }),
      'tours[0].when.afterseconds: found the unknown key "afterseconds", did you mean "afterSeconds"?',
    ],
    [
      'the case of a value',
      aboutStep({ as: 'Modal' }),
      'tours[0].steps[0].as: found "Modal", did you mean "modal"?',
    ],
    [
      'a value',
      aboutStep({ placement: 'botom' }),
      'tours[0].steps[0].placement: found "botom", did you mean "bottom"?',
    ],
    [
      'a value among other forms',
      aboutTour({ frequency: 'Once' }),
      'tours[0].frequency: found "Once", did you mean "once"?',
    ],
    [
      'the type of a question',
      aboutQuestion({ type: 'NPS' }),
      'surveys[0].questions[0].type: found "NPS", did you mean "nps"?',
    ],
    [
      'the id of a segment',
      aboutTour({ audience: { segment: 'trial-admin' } }),
      'tours[0].audience.segment: found "trial-admin", did you mean "trial-admins"?',
    ],
    [
      'the id of a feature',
      told({ firstValue: { feature: 'exprot' } }),
      'firstValue.feature: found "exprot", did you mean "export"?',
    ],
    [
      'the id of a guide',
      told({ tours: [tour], hub: { tours: ['welcom'] } }),
      'hub.tours[0]: found "welcom", did you mean "welcome"?',
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual([expected])
  })

  it('also the key by which a condition or a locator is told from others', () => {
    expect(aboutTour({ audience: { trat: 'role', is: 'admin' } })).toEqual([
      'tours[0].audience.trait: found nothing, expected a text',
      'tours[0].audience.trat: found the unknown key "trat", did you mean "trait"?',
    ])
    expect(aboutStep({ target: ['#a', { roel: 'button' }] })).toContain(
      'tours[0].steps[0].target[1].roel: found the unknown key "roel", did you mean "role"?',
    )
  })

  it('and by itself, for editors', () => {
    const { problems } = validateConfig({ ...config, tours: [{ ...tour, priorty: 1 }] })
    expect(problems).toMatchObject([{ code: 'unknown_key', suggestion: 'priority', guide: 'welcome' }])
  })
})

describe('what is wrong is told in words of an author', () => {
  it.each([
    [
      'an unknown key',
      aboutTour({ when: { url: '/' } }),
      'tours[0].when.url: found the unknown key "url", expected one of page, event, where, element, click, afterSeconds, exitIntent, scrollPercent, idleSeconds, code',
    ],
    [
      'an unknown value',
      aboutStep({ as: 'popup' }),
      'tours[0].steps[0].as: found "popup", expected "tooltip", "modal", "slideout" or "banner"',
    ],
    ['no id', aboutTour({ id: undefined }), 'tours[0].id: found nothing, expected a text'],
    [
      'a name for an id',
      aboutTour({ id: 'My tour' }),
      'tours[0].id: found "My tour", expected an id: lower-case letters, digits and hyphens, at most 64',
    ],
    [
      'an id that is taken',
      aboutTour({ steps: [step, step] }),
      'tours[0].steps[1].id: found "hello", expected an id that no other of the steps has',
    ],
    [
      'no type',
      aboutQuestion({ type: undefined }),
      'surveys[0].questions[0].type: found nothing, expected nps, csat, ces, rating, choice, choices, text, consent or statement',
    ],
    ['no steps', aboutTour({ steps: [] }), 'tours[0].steps: found [], expected 1 or more entries'],
    [
      'one step',
      aboutTour({ steps: step }),
      'tours[0].steps: found {"id":"hello","title":"Hello"}, expected a list',
    ],
    [
      'a number as text',
      aboutStep({ waitSeconds: '5' }),
      'tours[0].steps[0].waitSeconds: found "5", expected a number',
    ],
    ['half a number', told({ pacing: { perDay: 1.5 } }), 'pacing.perDay: found 1.5, expected a whole number'],
    [
      'yes as text',
      aboutStep({ block: 'true' }),
      'tours[0].steps[0].block: found "true", expected true or false',
    ],
    [
      'a duration in words',
      aboutTour({ snooze: '1 day' }),
      'tours[0].snooze: found "1 day", expected an ISO 8601 duration such as "P30D" or "PT10M"',
    ],
    ['too much', aboutTour({ holdout: 150 }), 'tours[0].holdout: found 150, expected at most 100'],
    [
      'a tooltip without a target',
      aboutStep({ as: 'tooltip' }),
      'tours[0].steps[0].target: found nothing, expected a target, because a tooltip needs one',
    ],
    [
      'a language that is none',
      aboutStep({ title: { english: 'Hello' } }),
      'tours[0].steps[0].title.english: found "english", expected a BCP 47 language such as "en" or "fa-IR"',
    ],
    [
      'a text in no language',
      aboutStep({ title: {} }),
      'tours[0].steps[0].title: found {}, expected a text in at least one language',
    ],
    [
      'a condition without an operator',
      aboutTour({ audience: { account: 'plan' } }),
      'tours[0].audience: found {"account":"plan"}, expected one of the operators is, isNot, in, notIn, gt, gte, lt, lte, contains, startsWith, endsWith, matches, exists, before, after, olderThan, newerThan',
    ],
    [
      'a dangerous address',
      aboutStep({ buttons: [{ label: 'Go', do: { open: 'javascript:go()' } }] }),
      'tours[0].steps[0].buttons[0].do.open: found "javascript:go()", expected a relative, http(s), mailto or tel URL',
    ],
    [
      'a locator in a list',
      aboutStep({ target: ['#a', 7] }),
      'tours[0].steps[0].target[1]: found 7, expected a CSS string, {css}, {testId}, {role, name} or {text, tag}',
    ],
    ['another version', told({ version: '1' }), 'version: found "1", expected 1'],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual([expected])
  })
})
