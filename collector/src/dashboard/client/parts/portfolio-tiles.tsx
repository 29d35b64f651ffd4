import type { ComponentChildren } from 'preact'
import type { Portfolio } from '../../../api-types'
import { useFormat } from '../format/use-format'
import { Figure } from './figure-text'
import { Term } from './term'

export function PortfolioTiles({ portfolio }: { portfolio: Portfolio }) {
  const format = useFormat()
  const { accounts, average, mrr, renewalsDue } = portfolio
  const scored = portfolio.bands.reduce(
    (sum, { band, accounts }) => sum + (band === 'unknown' ? 0 : accounts),
    0,
  )
  return (
    <dl class="tiles">
      <Tile term="account" label="Accounts" note={`${format.whole(scored)} with a score`}>
        <span class="num">{format.whole(accounts)}</span>
      </Tile>
      <Tile term="score" label="Average score" note="of 100, over scored accounts">
        <Figure value={average} format={format.score} />
      </Tile>
      <Tile term="mrr" label="MRR" note="of all accounts">
        <Figure value={mrr} format={format.money} />
      </Tile>
      <Tile term="renewal" label="Renewals due" note={<RenewalNote mrr={renewalsDue.mrr} />}>
        <span class="num">{format.whole(renewalsDue.accounts)}</span>
      </Tile>
    </dl>
  )
}

interface TileProps {
  term: string
  label: string
  note: ComponentChildren
  children: ComponentChildren
}

function Tile({ term, label, note, children }: TileProps) {
  return (
    <div class="tile">
      <dt>
        <Term id={term}>{label}</Term>
      </dt>
      <dd class="tile-figure">{children}</dd>
      <dd class="tile-note">{note}</dd>
    </div>
  )
}

function RenewalNote({ mrr }: { mrr: number | null }) {
  const format = useFormat()
  return <>{mrr === null ? 'within 90 days' : `within 90 days, MRR ${format.money(mrr)}`}</>
}
