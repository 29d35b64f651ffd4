type Path = readonly PropertyKey[]

/** One thing wrong with a config: where, what was found, what was expected. */
export interface Problem {
  code: string
  level: 'error' | 'warning'
  path: Path
  /** Id of the guide or feature it is about, where there is one. */
  guide?: string
  /** `tours[0].steps[1].target` */
  at: string
  found: string
  expected: string
  /** What was most likely meant, where it is a slip away from what was found. */
  suggestion?: string
  /** All of it in one line. */
  message: string
}

export function createProblem(
  code: string,
  path: Path,
  found: string,
  expected: string,
  suggestion?: string,
): Problem {
  const at = formatPath(path)
  const hint = suggestion === undefined ? `expected ${expected}` : `did you mean "${suggestion}"?`
  const message = `${at || 'config'}: found ${found}, ${hint}`
  const problem = { code, level: 'error', path, at, found, expected, message } as const
  return suggestion === undefined ? problem : { ...problem, suggestion }
}

function formatPath(path: Path): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`))
    .join('')
}

/** What a value looks like in an error: its JSON, cut short. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const json = toJson(value) ?? String(value)
  return json.length > 60 ? `${json.slice(0, 57)}…` : json
}

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    // A bigint, or an object that holds itself.
    return undefined
  }
}

/** What a page says about its config in the console: all errors in one text, all warnings in another, if any. */
export function summarize(problems: readonly Problem[]): { errors: string; warnings: string } {
  const list = (wanted: Problem['level'], title: string): string =>
    problems.reduce(
      (text, { level, message }) => (level === wanted ? `${text || title}\n  ${message}` : text),
      '',
    )
  return {
    errors: list('error', 'left out of the config, because it is not valid:'),
    warnings: list('warning', 'ignored in the config:'),
  }
}
