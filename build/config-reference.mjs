import { fillIn, markdownTable } from './page.mjs'

/** What the page explains in words, each with one of its places in the config. */
const VALUES = {
  id: 'tours[].id',
  text: 'tours[].steps[].title',
  duration: 'tours[].snooze',
  date: 'tours[].from',
  language: 'defaultLocale',
  page: 'tours[].when.page',
  url: 'announcements[].media.image',
  target: 'hints[].target',
}

/** One table each, with one of its places. Every object of the schema has to be in one of them; `Guide` is what all guides share. */
const TABLES = {
  Config: '',
  Feature: 'features[]',
  'Use of a feature': 'features[].on',
  'First value': 'firstValue',
  Pacing: 'pacing',
  Theme: 'theme',
  Message: 'strings.*.*',
  Guide: undefined,
  When: 'tours[].when',
  'Cancelling event': 'tours[].cancelOn',
  Frequency: 'tours[].frequency',
  Tour: 'tours[]',
  Step: 'tours[].steps[]',
  Advance: 'tours[].steps[].advance',
  Preparation: 'tours[].steps[].before',
  Checklist: 'checklists[]',
  Item: 'checklists[].items[]',
  Survey: 'surveys[]',
  Question: 'surveys[].questions[]',
  Branch: 'surveys[].questions[].goto[]',
  Choice: 'surveys[].questions[].choices[]',
  Thanks: 'surveys[].thanks[]',
  Announcement: 'announcements[]',
  Hint: 'hints[]',
  Button: 'announcements[].buttons[]',
  Action: 'announcements[].buttons[].do',
  Media: 'announcements[].media',
  Hub: 'hub',
  Article: 'hub.articles[]',
  Video: 'hub.videos[]',
  Locator: 'hints[].target[]',
  Condition: 'segments.*',
  Operators: 'tours[].when.where.*',
  Count: 'segments.*.count',
}

const GUIDES = ['tours', 'checklists', 'surveys', 'announcements', 'hints']

/** `docs/config.md`, from the JSON Schema of the config. */
export function configPage(schema) {
  const variants = (node) => (node.anyOf ?? node.oneOf)?.flatMap((one) => variants(deref(one))) ?? [node]
  const deref = (node) => (node.$ref ? deref(schema.$defs[node.$ref.slice('#/$defs/'.length)]) : node)
  const into = (node, step) => {
    const below = variants(deref(node)).map((one) => {
      if (step === '[]') return one.items
      return step === '*' ? one.additionalProperties : one.properties?.[step]
    })
    return deref(below.find(Boolean))
  }
  const at = (path) => (path.match(/\[\]|[^.[\]]+/g) ?? []).reduce(into, schema)

  const names = new Map()
  for (const [name, path] of Object.entries({ ...VALUES, ...TABLES }))
    if (path !== undefined) names.set(identity(at(path)), name.toLowerCase())
  const operators = Object.keys(at(TABLES.Operators).properties)
  const lists = GUIDES.map((key) => at(`${key}[]`).properties)
  const shared = sharedBy(lists)

  function typeOf(found) {
    const node = deref(found)
    const name = names.get(identity(node))
    if (name) return link(name)
    if (node.enum) return oneOf(node.enum.map(literal))
    if ('const' in node) return literal(node.const)
    const union = node.anyOf ?? node.oneOf
    if (union) return oneOf(union.map(typeOf))
    if (node.type === 'array') return `list of ${typeOf(node.items)}`
    if (node.properties) throw new Error(`no table holds {${Object.keys(node.properties)}}`)
    if (node.type === 'object') return `object of ${typeOf(node.additionalProperties)}`
    if (node.type === undefined) return 'anything'
    return oneOf([node.type].flat().map((type) => rangeOf(type, node)))
  }

  const row = (key, { properties, required = [] }) => [
    required.includes(key) ? `**\`${key}\`**` : `\`${key}\``,
    typeOf(properties[key]),
    properties[key].description ?? '',
  ]
  /** Rows of an object; operators stand together. */
  function rowsOf(node, isLeftOut = () => false) {
    // What names the form goes first.
    const isName = (key) => node.required?.includes(key) && 'const' in node.properties[key]
    const keys = Object.keys(node.properties)
      .filter((key) => !isLeftOut(key))
      .sort((a, b) => Number(isName(b)) - Number(isName(a)))
    const isCompared = operators.every((key) => keys.includes(key)) && keys.length > operators.length
    const own = isCompared ? keys.filter((key) => !operators.includes(key)) : keys
    const rows = own.map((key) => row(key, node))
    return isCompared ? [...rows, ['…', link('operators'), 'What it is compared with.']] : rows
  }

  function unionTable(union) {
    const forms = variants(union).filter((one) => one.properties)
    const others = (union.anyOf ?? union.oneOf).filter(
      (one) => !variants(deref(one)).some((each) => each.properties),
    )
    const common = forms.length > 2 ? sharedBy(forms.map(({ properties }) => properties)) : new Set()
    const headed = (head, rows) => rows.map((cells, index) => [index === 0 ? head : '', ...cells])
    const rows = forms.flatMap((form) =>
      headed(
        shapeOf(form, common),
        rowsOf(form, (key) => common.has(key)),
      ),
    )
    const commonRows = rowsOf(forms[0], (key) => !common.has(key))
    const table = markdownTable(['form', 'key', 'type', ''], [...headed('every form', commonRows), ...rows])
    return others.length > 0 ? `${oneOf(others.map(typeOf))}, or:\n\n${table}` : table
  }

  function tableOf(name, path) {
    if (name === 'Guide')
      return markdownTable(
        HEADS,
        [...shared].map((key) => row(key, at('tours[]'))),
      )
    const node = at(path)
    if (!node.properties) return unionTable(node)
    const isGuide = lists.includes(node.properties)
    const table = markdownTable(
      HEADS,
      rowsOf(node, (key) => isGuide && shared.has(key)),
    )
    return isGuide ? `What every [guide](#guide) has, and:\n\n${table}` : table
  }

  const tables = Object.entries(TABLES).map(([name, path]) => `## ${name}\n\n${tableOf(name, path)}`)
  return fillIn('docs/config.md', { tables: tables.join('\n\n') })
}

const HEADS = ['key', 'type', '']

const literal = (value) => `\`${JSON.stringify(value)}\``
const link = (name) => `[${name}](#${name.replaceAll(' ', '-')})`
/** What a form is known by: its keys that have to be there, beside those of every form. */
function shapeOf({ properties, required }, common) {
  const say = (key) => ('const' in properties[key] ? `${key}: ${JSON.stringify(properties[key].const)}` : key)
  const own = required.filter((key) => !common.has(key))
  return `\`{ ${own.map(say).join(', ')} }\``
}

function oneOf(types) {
  const [last, ...rest] = [...new Set(types)].reverse()
  return rest.length > 0 ? `${rest.reverse().join(', ')} or ${last}` : last
}

function rangeOf(type, { minimum, maximum }) {
  const name = { integer: 'whole number', string: 'string' }[type] ?? type
  if (minimum === undefined) return name
  return maximum < Number.MAX_SAFE_INTEGER
    ? `${name}, ${minimum} to ${maximum}`
    : `${name}, at least ${minimum}`
}

/** Keys that all of these have, and with the same schema. */
function sharedBy([first, ...rest]) {
  const isShared = (key) => rest.every((one) => key in one && identity(one[key]) === identity(first[key]))
  return new Set(Object.keys(first).filter(isShared))
}

/** The same for the same schema, whatever is said about it. */
const identity = (node) =>
  JSON.stringify(node, (key, value) => {
    if (key === 'description' && typeof value === 'string') return undefined
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? Object.fromEntries(Object.entries(value).sort()) : value
  })
