import type { Config, Question, Text } from 'handrail/schema'
import type { Services } from '../../services'

/**
 * What people call a part of the config, by its ids from the outside in: `words('tour', 'welcome')`,
 * `words('survey', 'exit', 'reason', 'price')`. What the config does not name keeps its id.
 */
export type ConfigWords = (...ids: [string, ...string[]]) => string

export async function liveWords(
  { control }: Pick<Services, 'control'>,
  projectId: string,
): Promise<ConfigWords> {
  const live = await control.configs.live(projectId)
  // Validated when it was published; the column holds exactly that document.
  return configWords(live ? (JSON.parse(live.json) as Config) : { version: 1 })
}

export function configWords(config: Config): ConfigWords {
  const words = new Map<string, string>()
  const say = (text: Text | undefined, ...ids: string[]) => {
    const plainText = text && plain(text, config.defaultLocale)
    if (plainText) words.set(ids.join('/'), plainText)
  }
  for (const { id, name, steps } of config.tours ?? []) {
    say(name, 'tour', id)
    for (const step of steps) say(step.title, 'tour', id, step.id)
  }
  for (const { id, name, title, items } of config.checklists ?? []) {
    say(name ?? title, 'checklist', id)
    for (const item of items) say(item.title, 'checklist', id, item.id)
  }
  for (const { id, name, questions } of config.surveys ?? []) {
    say(name, 'survey', id)
    for (const question of questions) {
      say(question.title, 'survey', id, question.id)
      for (const choice of choicesOf(question)) say(choice.label, 'survey', id, question.id, choice.id)
    }
  }
  for (const { id, name, title } of config.announcements ?? []) say(name ?? title, 'announcement', id)
  for (const { id, name, title } of config.hints ?? []) say(name ?? title, 'hint', id)
  return (...ids) => words.get(ids.join('/')) ?? ids.at(-1) ?? ''
}

const choicesOf = (question: Question) => ('choices' in question ? question.choices : [])

/**
 * One language, and no placeholders: the dashboard tells of many users at once. A name that was called at either end is
 * left out with its comma, anything else leaves a gap that is seen.
 */
function plain(text: Text, locale = ''): string {
  const chosen = typeof text === 'string' ? text : (text[locale] ?? Object.values(text)[0] ?? '')
  return chosen
    .trim()
    .replaceAll(/\{\{[^}]*\}\}/g, '…')
    .replace(/^…[,،、，]\s*|[,،、，]\s*…(?=[.!?؟。！？]?$)|^…$/, '')
}
