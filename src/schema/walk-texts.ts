/** What the host or the author names freely: it may hold any key. */
const OPAQUE = ['with', 'properties', 'where', 'strings']

/** Visits every text in a part of a config, with the key it stands under; `after[]` for one in a list. */
export function walkTexts(
  value: unknown,
  path: (string | number)[],
  visit: (name: string, text: string, path: (string | number)[]) => void,
): void {
  const key = path.at(-1)
  if (typeof value === 'string') visit(typeof key === 'number' ? `${path.at(-2)}[]` : `${key}`, value, path)
  else if (Array.isArray(value))
    for (const [i, entry] of value.entries()) walkTexts(entry, [...path, i], visit)
  else
    for (const [name, entry] of Object.entries(Object(value)))
      if (!OPAQUE.includes(name)) walkTexts(entry, [...path, name], visit)
}
