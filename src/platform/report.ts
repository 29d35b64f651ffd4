const MAX_DISTINCT = 50

/** Says something once in the console of the host, however often it happens. */
export type Report = (problem: string) => void

export function createReport(): Report {
  const said = new Set<string>()
  return (problem) => {
    if (said.has(problem) || said.size >= MAX_DISTINCT) return
    said.add(problem)
    console.error(`[handrail] ${problem}`)
  }
}
