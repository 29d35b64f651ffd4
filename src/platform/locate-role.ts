import type { SearchRoot } from './locate-path'

/**
 * Elements that have a role without saying so.
 * https://www.w3.org/TR/html-aria/#docconformance
 */
const IMPLIED: Readonly<Record<string, string>> = {
  button: 'button,summary,input:is([type=button],[type=submit],[type=reset],[type=image])',
  link: ':is(a,area)[href]',
  textbox: 'textarea,input:is(:not([type]),[type=text],[type=email],[type=tel],[type=url]):not([list])',
  searchbox: 'input[type=search]',
  spinbutton: 'input[type=number]',
  slider: 'input[type=range]',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  combobox: 'select:not([multiple],[size]),input[list]',
  listbox: 'select:is([multiple],[size])',
  option: 'option',
  heading: 'h1,h2,h3,h4,h5,h6',
  img: 'img[alt]:not([alt=""])',
  list: 'ul,ol',
  listitem: 'li',
  navigation: 'nav',
  main: 'main',
  complementary: 'aside',
  article: 'article',
  dialog: 'dialog',
  table: 'table',
  row: 'tr',
  cell: 'td',
  columnheader: 'th',
  progressbar: 'progress',
  form: 'form',
}

/** Text as a reader compares it: without regard to case and white space. */
export const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** Elements with this role, explicit or implied, and, when given, this accessible name. */
export function queryRole(root: SearchRoot, role: string, name: string | undefined): Element[] {
  const implied = IMPLIED[role]
  const selector = `[role~="${CSS.escape(role)}"]${implied ? `,:is(${implied}):not([role])` : ''}`
  const elements = [...root.querySelectorAll(selector)]
  if (name === undefined) return elements
  const wanted = fold(name)
  return elements.filter((element) => fold(accessibleName(element)) === wanted)
}

/**
 * The part of the accessible name computation that authors rely on: labelled by, label, `<label>`, alternative
 * text, content, then title and placeholder. https://www.w3.org/TR/accname-1.2/
 */
export function accessibleName(element: Element): string {
  const attribute = (name: string) => element.getAttribute(name)?.trim()
  return (
    labelledBy(element) ||
    attribute('aria-label') ||
    labelsOf(element) ||
    attribute('alt') ||
    (element.matches('input') ? buttonValue(element as HTMLInputElement) : element.textContent?.trim()) ||
    attribute('title') ||
    attribute('placeholder') ||
    ''
  )
}

function labelledBy(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  return ids
    .map((id) => root.getElementById?.(id)?.textContent?.trim() ?? '')
    .join(' ')
    .trim()
}

// What is in a frame is no instance of a class of this window: it is known by what it has.
const labelsOf = (element: Element): string =>
  [...((element as Partial<HTMLInputElement>).labels ?? [])]
    .map((label) => label.textContent?.trim())
    .join(' ')

const buttonValue = (input: HTMLInputElement) =>
  /^(button|submit|reset)$/.test(input.type) ? input.value : ''
