import type { Control } from '../control/types'
import type { Message } from './message'
import { toRow } from './row'
import { accountOf, createSightings } from './sightings'
import { toTsv } from './tsv'

export interface Rows {
  /** One line of TSV per message, in their order. */
  lines: string[]
  /** Accounts that the block tells something of, by project. */
  accounts: Map<string, Set<string>>
}

/** The rows of a block; users and accounts in it are written down first. */
export async function toRows(messages: readonly Message[], control: Control): Promise<Rows> {
  const resolved = await resolveAccounts(messages, control)
  const rows: Rows = { lines: [], accounts: new Map() }
  for (const message of messages) {
    const account = resolved.get(message) ?? ''
    rows.lines.push(toTsv(toRow(message, account)))
    if (account) note(rows.accounts, message.projectId, account)
  }
  return rows
}

function note(accounts: Map<string, Set<string>>, projectId: string, account: string): void {
  const known = accounts.get(projectId)
  if (known) known.add(account)
  else accounts.set(projectId, new Set([account]))
}

/**
 * The account of each message: the one it names, else the one its user was last seen in. That is looked up here and not when
 * the message is taken in, so that an answer never waits for it.
 */
async function resolveAccounts(
  messages: readonly Message[],
  control: Control,
): Promise<Map<Message, string>> {
  const resolved = new Map<Message, string>()
  for (const [projectId, group] of groupByProject(messages)) {
    const homeless = new Set(
      group.filter((one) => !accountOf(one)).flatMap(({ event }) => event.userId ?? []),
    )
    const last = await control.traits.accountsOf(projectId, [...homeless])
    const sightings = createSightings()
    for (const message of group) {
      const { userId } = message.event
      const account = accountOf(message) || (userId ? (last.get(userId) ?? '') : '')
      if (userId && account) last.set(userId, account)
      resolved.set(message, account)
      sightings.add(message)
    }
    await control.traits.merge(projectId, sightings.list())
  }
  return resolved
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
