import type { Problem } from '../schema'

/** Why there is no guide with this id: what is wrong with it, or that none has it. */
export function faultsOf(id: string, problems: readonly Problem[]): string[] {
  const faults = problems.filter(({ guide, level }) => guide === id && level === 'error')
  return faults.length > 0 ? faults.map(({ message }) => message) : ['there is no guide with this id']
}
