const MAX_DISTINCT = 50

/** Says something once in the console of the host, however often it happens. */
export type Report = (problem: string) => void

export interface Reporter {
  error: Report
  warn: Report
}

export function createReporter(): Reporter {
  const said = new Set<string>()
  const once =
    (level: 'error' | 'warn'): Report =>
    (problem) => {
      if (said.has(problem) || said.size >= MAX_DISTINCT) return
      said.add(problem)
      console[level](`[handrail] ${problem}`)
    }
  return { error: once('error'), warn: once('warn') }
}
