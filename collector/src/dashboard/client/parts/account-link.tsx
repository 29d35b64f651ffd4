import { accountHref } from '../../shared/pages'

/** By id, of the accounts that were opened from a list. */
const names = new Map<string, string>()

/** What an account was called where it was opened, until its own data is there; else its id. */
export const nameAtFirst = (id: string): string => names.get(id) ?? id

interface AccountLinkProps {
  account: { id: string; name: string }
  'data-row-link'?: ''
}

export function AccountLink({ account: { id, name }, ...rowLink }: AccountLinkProps) {
  return (
    <a class="row-link strong" {...rowLink} href={accountHref(id)} onClick={() => names.set(id, name)}>
      {name}
    </a>
  )
}
