import type { Context } from '../core/context'
import type { Who } from '../events/identity'
import { device, pagePath, pageSearch } from '../platform/environment'

type PageContext = Pick<
  Context,
  'userId' | 'anonymousId' | 'traits' | 'account' | 'accountId' | 'path' | 'search' | 'device' | 'answers'
>

/** Who uses the page, and which it is: the part of a snapshot that needs nothing else. */
export const readPage = ({ userId, anonymousId, traits, account, accountId }: Who): PageContext => ({
  userId,
  anonymousId,
  traits,
  account,
  accountId,
  path: pagePath(),
  search: pageSearch(),
  device: device(),
  answers: {},
})
