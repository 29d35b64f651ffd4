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
