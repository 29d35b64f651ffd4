import type { Control } from '../control/types'
import type { Message } from './message'
import { createProjectRows, type ProjectRows } from './project-rows'
import { toRow } from './row'
import { createTsvLines } from './tsv-lines'

/** Enough for the rows of most blocks. */
const startBytes = 16 * 1024 * 1024

export interface Rows {
  /** One line of TSV per message, in their order. */
  tsv: Uint8Array<ArrayBuffer>
  count: number
  /** Accounts that the block tells something of, by project. */
  accounts: Map<string, Set<string>>
}

/** The rows of one block, made of messages that come some at a time. */
export interface BlockRows {
  /** Resolves to the bytes of these rows. */
  add(messages: readonly Message[]): Promise<number>
  /** Writes down the users and accounts of the block; its rows follow them into the event store. */
  finish(): Promise<Rows>
}

export function createBlockRows({ traits }: Pick<Control, 'traits'>): BlockRows {
  const projects = new Map<string, ProjectRows>()
  const rows = createTsvLines(startBytes)
  let count = 0

  function of(projectId: string): ProjectRows {
    const known = projects.get(projectId)
    if (known) return known
    const fresh = createProjectRows(projectId, traits)
    projects.set(projectId, fresh)
    return fresh
  }

  return {
    async add(messages) {
      for (const [projectId, own] of groupByProject(messages)) await of(projectId).lookUp(own)
      let bytes = 0
      for (const message of messages) bytes += rows.add(toRow(message, of(message.projectId).note(message)))
      count += messages.length
      return bytes
    },
    async finish() {
      for (const project of projects.values()) await project.remember()
      const accounts = new Map([...projects].map(([projectId, project]) => [projectId, project.accounts]))
      return { tsv: rows.bytes(), count, accounts }
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
