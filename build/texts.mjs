/**
 * Replaces `d(schema, sentence)` and `integer(schema)` by the schema: editors read what they attach in `schema.json`,
 * and the host page should not pay for it.
 */
export function dropDescriptions() {
  return {
    name: 'drop-descriptions',
    transform: (_code, id) =>
      id.endsWith('/src/schema/describe.ts')
        ? { code: 'export const d = (schema) => schema\nexport const integer = d', map: null }
        : null,
  }
}

/** Takes the layout out of the style sheets that the interface holds as template literals: `styles.ts`, `styles/`. */
export function compactStyles() {
  return {
    name: 'compact-styles',
    transform: (code, id) =>
      /\/src\/ui\/.*styles/.test(id) ? { code: code.replace(/`[^`]*`/g, compactSheet), map: null } : null,
  }
}

const compactSheet = (sheet) =>
  sheet
    .split(/(\$\{[^}]*\})/)
    .map((part) => (part.startsWith('${') ? part : compactRules(part)))
    .join('')

// A space before a colon stays: `a :hover` is not `a:hover`.
const compactRules = (rules) =>
  rules
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};>~!]) ?/g, '$1')
    .replace(/([,:]) /g, '$1')
    .replace(/;}/g, '}')
