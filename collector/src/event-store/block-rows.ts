import type { Control } from '../control/types'
import type { Message } from './message'
import { createProjectRows, type ProjectRows } from './project-rows'
import { toRow } from './row'
import { createTsvLines } from './tsv-lines'
import type { Vouching } from './vouching'

/** Enough for the rows of most blocks. */
const startBytes = 16 * 1024 * 1024

export interface Rows {
  /** One line of TSV per message, in their order. */
  tsv: Uint8Array<ArrayBuffer>
  count: number
  /** Accounts that the block tells something of, by project. */
  accounts: Map<string, Set<string>>
  /** Messages that named a user whom they could not show to be theirs. */
  unverified: number
}

/** The rows of one block, made of messages that come some at a time. */
export interface BlockRows {
  /** Resolves to the bytes of these rows. */
  add(messages: readonly Message[]): Promise<number>
  /** Writes down the users and accounts of the block; its rows follow them into the event store. */
  finish(): Promise<Rows>
}

/** `vouching` is left out for what the operator brings: that needs no signatures. */
export function createBlockRows(
  { traits }: Pick<Control, 'traits'>,
  vouching?: (projectId: string) => Vouching,
): BlockRows {
  const projects = new Map<string, ProjectRows>()
  const vouchings = new Map<string, Vouching>()
  const rows = createTsvLines(startBytes)
  let count = 0

  function of(projectId: string): ProjectRows {
    const known = projects.get(projectId)
    if (known) return known
    const fresh = createProjectRows(projectId, traits)
    projects.set(projectId, fresh)
    return fresh
  }

  async function verify(projectId: string, messages: readonly Message[]): Promise<void> {
    const known = vouchings.get(projectId) ?? vouching?.(projectId)
    if (!known) return
    vouchings.set(projectId, known)
    await known.check(messages)
  }

  return {
    async add(messages) {
      for (const [projectId, own] of groupByProject(messages)) {
        await verify(projectId, own)
        await of(projectId).lookUp(own)
      }
      let bytes = 0
      for (const message of messages) bytes += rows.add(toRow(message, of(message.projectId).note(message)))
      count += messages.length
      return bytes
    },
    async finish() {
      for (const project of projects.values()) await project.remember()
      const accounts = new Map([...projects].map(([projectId, project]) => [projectId, project.accounts]))
      const unverified = [...vouchings.values()].reduce((sum, { apart }) => sum + apart(), 0)
      return { tsv: rows.bytes(), count, accounts, unverified }
    },
  }
}

function groupByProject(messages: readonly Message[]): Map<string, Message[]> {
  const groups = new Map<string, Message[]>()
  for (const message of messages) {
    const group = groups.get(message.projectId)
    if (group) group.push(message)
    else groups.set(message.projectId, [message])
  }
  return groups
}
