import type { AccountUser } from '../../../api-types'
import { textTrait } from './traits'

/** What to call a user: the name the host product told, else the id. */
export const userName = ({ id, traits }: Pick<AccountUser, 'id' | 'traits'>): string =>
  textTrait(traits, 'name') ?? id

/** The same for places that know the id alone; null is somebody who was not identified. */
export function createNames(users: readonly AccountUser[]): (userId: string | null) => string {
  const names = new Map(users.map((user) => [user.id, userName(user)]))
  return (userId) => (userId === null ? 'anonymous' : (names.get(userId) ?? userId))
}
