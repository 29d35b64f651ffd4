import { readFileSync } from 'node:fs'
import { parseSync } from 'oxc-parser'
import { fillIn, markdownTable } from './page.mjs'

/** `docs/sdk.md`, from the comments of the public types and the attributes that the script tag reads. */
export function sdkPage() {
  const members = readInterfaces('src/handrail.ts')
  const attributes = readAttributes('src/embedded.ts')
  const options = (name) =>
    markdownTable(
      ['name', 'type', 'default', ''],
      members(name).map((one) => [
        code(one.name),
        code(one.type),
        one.isOptional ? one.byDefault : 'required',
        one.text,
      ]),
    )
  return fillIn('docs/sdk.md', {
    options: options('HandrailOptions'),
    consent: options('Consent'),
    methods: markdownTable(
      ['method', 'returns', ''],
      members('Handrail').map(({ name, parameters, type, text }) => [
        code(`${name}(${parameters})`),
        type === 'void' ? '' : code(type),
        text,
      ]),
    ),
    events: markdownTable(
      ['name', 'the listener is given', ''],
      members('HandrailEvents').map(({ name, type, text }) => [code(name), code(type), text]),
    ),
    guide: markdownTable(
      ['key', 'type', ''],
      members('GuideEvent').map(({ name, type, text }) => [code(name), code(type), text]),
    ),
    attributes: markdownTable(
      ['attribute', 'option'],
      attributes.map((name) => [code(`data-${kebab(name)}`), code(name)]),
    ),
  })
}

const code = (text) => `\`${text}\``
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Reads the members of the interfaces of a file, by name of the interface, in their order. */
function readInterfaces(file) {
  const source = readFileSync(file, 'utf8')
  const { program, comments } = parseSync(file, source)
  const interfaces = program.body.map(({ declaration }) => declaration)
  const textOf = ({ start, end }) => source.slice(start, end).replace(/\s+/g, ' ')
  const commentOn = ({ start, key }) => {
    const before = comments.findLast(({ end }) => end <= start)
    if (source.slice(before?.end, start).trim() !== '')
      throw new Error(`${file}: nothing says what \`${key.name}\` is`)
    return before.value
      .replace(/^\s*\*+ ?/gm, '')
      .replace(/\s+/g, ' ')
      .trim()
  }
  return (name) =>
    interfaces
      .find((one) => one?.type === 'TSInterfaceDeclaration' && one.id.name === name)
      .body.body.map((member) => {
        const [text, byDefault] = commentOn(member).split(/\s*@default /)
        const type = member.returnType ?? member.typeAnnotation
        return {
          name: member.key.name,
          isOptional: member.optional,
          parameters: (member.params ?? []).map((one) => one.name + (one.optional ? '?' : '')).join(', '),
          type: textOf(type.typeAnnotation),
          text,
          byDefault,
        }
      })
}

/** Names of what the script tag says, as its `dataset` has them. */
function readAttributes(file) {
  const [, names] = readFileSync(file, 'utf8').match(/const \{ (.+) \} = dataset\n/)
  return names.split(', ')
}
