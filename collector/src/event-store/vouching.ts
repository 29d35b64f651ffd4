import { isSame, signUser } from '../control/secrets'
import type { Control } from '../control/types'
import { type Json, toObject } from './json'
import type { Message } from './message'
import { accountOf } from './sightings'
import { unverifiedPrefix } from './unverified'

export interface Vouching {
  /**
   * Looks at the signatures of some messages and takes them off. Who was once signed for is from then on only spoken for with
   * a signature: a message that names such a user without one is moved to another id, and to no account.
   */
  check(messages: readonly Message[]): Promise<void>
  /** Messages that were kept apart. */
  apart(): number
}

/** What a block knows of the signatures of one project. */
export function createVouching(
  projectId: string,
  { projects, vouched }: Pick<Control, 'projects' | 'vouched'>,
): Vouching {
  const project = projects.get(projectId)
  /** Valid or not, by user and signature: most messages of a user bring the same. */
  const checked = new Map<string, boolean>()
  /** Whether somebody has signed for them, by user. */
  const known = new Map<string, boolean>()
  let anybody: boolean | undefined
  let apart = 0

  async function isSigned({ event, context }: Message): Promise<boolean> {
    const { signature } = toObject(context.handrail)
    const secret = (await project)?.identitySecret
    if (!event.userId || typeof signature !== 'string' || secret === undefined) return false
    const key = JSON.stringify([event.userId, signature])
    const valid = checked.get(key) ?? isSame(signature, signUser(secret, event.userId))
    checked.set(key, valid)
    return valid
  }
  async function learn(named: readonly Message[], signed: ReadonlySet<string>): Promise<void> {
    const users = [...new Set(named.map(userOf))].filter((user) => signed.has(user) || !known.has(user))
    const before = await vouched.among(projectId, users)
    for (const user of users) known.set(user, before.has(user) || signed.has(user))
    await vouched.add(
      projectId,
      [...signed].filter((user) => !before.has(user)),
    )
  }

  return {
    async check(messages) {
      const named = messages.filter(userOf)
      const unsigned: Message[] = []
      const signed = new Set<string>()
      for (const message of named) {
        if (await isSigned(message)) signed.add(userOf(message))
        else unsigned.push(message)
      }
      for (const message of messages) message.context = withoutSignature(message.context)
      anybody ??= await vouched.anybody(projectId)
      if (!anybody && signed.size === 0) return
      anybody = true
      await learn(named, signed)
      for (const message of unsigned) {
        if (!known.get(userOf(message))) continue
        keepApart(message)
        apart += 1
      }
    },
    apart: () => apart,
  }
}

const userOf = ({ event }: Message): string => event.userId ?? ''

/** What it claimed stays in its context. */
function keepApart(message: Message): void {
  const { groupId: _, ...event } = message.event
  const userId = userOf(message)
  message.context = {
    ...message.context,
    groupId: undefined, // left out by JSON
    unverified: { userId, groupId: accountOf(message) },
  }
  message.event = { ...event, userId: unverifiedPrefix + userId }
}

/** A signature opens what the collector knows of its user: it is not kept with the events. */
let last: { given: Json; bare: Json } | undefined
function withoutSignature(given: Json): Json {
  if (last?.given === given) return last.bare // messages of a batch share their context
  const { signature, ...handrail } = toObject(given.handrail)
  const bare = signature === undefined ? given : { ...given, handrail }
  last = { given, bare }
  return bare
}
