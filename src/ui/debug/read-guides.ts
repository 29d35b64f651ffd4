import type { DebugGuide, DebugHost } from '../../core/debug'
import type { ExplainedVerdict } from '../../core/explain'
import type { GuideKind, Problem } from '../../schema'

export interface GuideReading extends DebugGuide {
  /** Every gate, in order. */
  gates: readonly ExplainedVerdict[]
  /** The first gate that refuses; none when the guide may come. */
  verdict: ExplainedVerdict | undefined
}

/** Every guide with its gates as they are now, those left out of the config last. */
export const readGuides = ({
  guides,
  problems,
  explain,
}: Pick<DebugHost, 'guides' | 'problems' | 'explain'>): Promise<GuideReading[]> =>
  Promise.all(
    [...guides(), ...brokenGuides(problems)].map(async (guide) => {
      const gates = await explain(guide.id)
      return { ...guide, gates, verdict: gates.find(({ passed }) => !passed) }
    }),
  )

function brokenGuides(problems: readonly Problem[]): DebugGuide[] {
  const found = new Map<string, DebugGuide>()
  for (const { guide: id, level, path } of problems) {
    if (id === undefined || level !== 'error' || path[0] === 'features') continue
    // The lists of the config are named after the kind of their guides: `tours`.
    const kind = String(path[0]).slice(0, -1) as GuideKind
    found.set(`${kind}.${id}`, { id, kind, isOpen: false })
  }
  return [...found.values()]
}
