import type { AccountRow } from '../../../api-types'
import { nextSort } from '../data/accounts-query'
import { AccountsTableRow, TREND_DAYS } from './accounts-table-row'
import { moveBetweenRows } from './row-keys'
import { TermMark } from './term'

interface Column {
  id: string
  name: string
  /** The name the API sorts by; absent where an order has no meaning. */
  sort?: string
  first?: 'up' | 'down'
  term?: string
  /** Left out on narrow screens, where the row says it under the name. */
  wide?: boolean
  end?: boolean
}

const COLUMNS: readonly Column[] = [
  { id: 'name', name: 'Account', sort: 'name', first: 'up' },
  { id: 'score', name: 'Score', sort: 'score', first: 'up', term: 'score', end: true },
  { id: 'band', name: 'Band', term: 'band', wide: true },
  { id: 'trend', name: `${TREND_DAYS} days` },
  { id: 'coverage', name: 'Coverage', term: 'coverage', wide: true, end: true },
  { id: 'flags', name: 'Flags', term: 'flag', wide: true },
  { id: 'mrr', name: 'MRR', sort: 'mrr', first: 'down', term: 'mrr', wide: true, end: true },
  { id: 'renewal', name: 'Renewal', sort: 'renewal', first: 'up', term: 'renewal', wide: true },
]

interface AccountsTableProps {
  accounts: readonly AccountRow[]
  sort: string
  onSort: (sort: string) => void
}

/** Arrow keys, or j and k, move between accounts; Enter opens one. */
export function AccountsTable({ accounts, sort, onSort }: AccountsTableProps) {
  return (
    <div class="card flush">
      <table class="table accounts" onKeyDown={moveBetweenRows}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <AccountsTableRow key={account.id} account={account} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface HeadingProps {
  column: Column
  sort: string
  onSort: (sort: string) => void
}

const ORDER_WORDS = { up: 'ascending', down: 'descending' } as const

function Heading({ column, sort, onSort }: HeadingProps) {
  const { name, sort: by, first = 'up', term } = column
  const order = by === undefined ? undefined : sort === by ? 'up' : sort === `-${by}` ? 'down' : undefined
  const classes = [column.wide && 'wide', column.end && 'end'].filter(Boolean).join(' ')
  return (
    <th scope="col" class={classes} aria-sort={order && ORDER_WORDS[order]}>
      <span class="heading">
        {by === undefined ? (
          name
        ) : (
          <button
            class="sort"
            type="button"
            data-order={order}
            onClick={() => onSort(nextSort(sort, by, first))}
          >
            {name}
          </button>
        )}
        {term && <TermMark id={term} name={name} />}
      </span>
    </th>
  )
}
