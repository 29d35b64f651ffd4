import type { Metric, Signals } from '../health/signals'
import type { Engine } from '../services'
import { type SignalRow, toSignals } from './row'
import type { Scope } from './sql/scope'
import { signalsSql } from './sql/signals'
import { priors } from './sql/surveys'

/** Below so many answers a project's mean says too little, and the model's default stands. */
const MIN_ANSWERS = 30

/** Signals by account, for the scope's accounts or for all that had any event by then. */
export async function readSignalsOf(engine: Engine, scope: Scope): Promise<Map<string, Signals>> {
  const { accounts: _, ...project } = scope
  const means = await readPriors(engine, project)
  const found = await engine.query<SignalRow>(signalsSql(scope))
  return new Map(found.map((row) => [row.account, toSignals(row, scope, means)]))
}

async function readPriors(engine: Engine, scope: Scope): Promise<Partial<Record<Metric, number>>> {
  const found = await engine.query<{ metric: Metric; mean: number; answers: number }>(priors(scope))
  return Object.fromEntries(
    found.filter(({ answers }) => answers >= MIN_ANSWERS).map(({ metric, mean }) => [metric, mean]),
  )
}
