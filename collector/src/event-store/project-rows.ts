import type { Traits } from '../control/types'
import type { Message } from './message'
import { accountOf, createSightings } from './sightings'

/** What a block says about the users and accounts of one project. */
export interface ProjectRows {
  /** Accounts that the block tells something of. */
  accounts: Set<string>
  /** Asks where the users of messages that name no account were last seen. */
  lookUp(messages: readonly Message[]): Promise<void>
  /** The account of the next message; '' when nobody knows it. */
  note(message: Message): string
  /** Writes down what was noted. */
  remember(): Promise<void>
}

/**
 * The account of each message: the one it names, else the one its user was last seen in. That is looked up here and not when
 * the message is taken in, so that an answer never waits for it.
 */
export function createProjectRows(projectId: string, traits: Traits): ProjectRows {
  /** By user; '' for one that was looked up and is in none. */
  const lastAccount = new Map<string, string>()
  const sightings = createSightings()
  const accounts = new Set<string>()

  return {
    accounts,
    async lookUp(messages) {
      const homeless = new Set<string>()
      for (const message of messages) {
        const { userId } = message.event
        if (userId && !lastAccount.has(userId) && !accountOf(message)) homeless.add(userId)
      }
      const found = await traits.accountsOf(projectId, [...homeless])
      for (const userId of homeless) lastAccount.set(userId, found.get(userId) ?? '')
    },
    note(message) {
      const { userId } = message.event
      const account = accountOf(message) || (userId ? (lastAccount.get(userId) ?? '') : '')
      if (userId && account) lastAccount.set(userId, account)
      if (account) accounts.add(account)
      sightings.add(message)
      return account
    },
    remember: () => traits.merge(projectId, sightings.list()),
  }
}
