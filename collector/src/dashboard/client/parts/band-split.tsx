import type { Band, Portfolio } from '../../../api-types'
import { useFormat } from '../format/use-format'
import { BANDS } from '../format/words'
import { BandLabel } from './band'
import { Figure } from './figure-text'
import { Section } from './section'
import { Term } from './term'

/** How accounts, and the money they pay, are spread over the bands. */
export function BandSplit({ portfolio }: { portfolio: Portfolio }) {
  const format = useFormat()
  const rows = BANDS.map((band) => bandRow(portfolio, band))
  return (
    <Section title={<Term id="band">Bands</Term>}>
      <SplitBar label="Accounts" parts={rows.map(({ band, accounts }) => ({ band, value: accounts }))} />
      {portfolio.mrr !== null && (
        <SplitBar label="MRR" parts={rows.map(({ band, mrr }) => ({ band, value: mrr ?? 0 }))} />
      )}
      <table class="table plain">
        <thead>
          <tr>
            <th scope="col">Band</th>
            <th scope="col" class="end">
              Accounts
            </th>
            <th scope="col" class="end">
              Share
            </th>
            <th scope="col" class="end">
              MRR
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ band, accounts, mrr }) => (
            <tr key={band}>
              <th scope="row">
                <a class="row-link" href={`/accounts?band=${band}`}>
                  <BandLabel band={band} />
                </a>
              </th>
              <td class="end num">{format.whole(accounts)}</td>
              <td class="end num">{format.percent(accounts / portfolio.accounts)}</td>
              <td class="end">
                <Figure value={mrr} format={format.money} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

const bandRow = ({ bands }: Portfolio, band: Band) =>
  bands.find((row) => row.band === band) ?? { band, accounts: 0, mrr: null }

interface SplitPart {
  band: Band
  value: number
}

function SplitBar({ label, parts }: { label: string; parts: SplitPart[] }) {
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  if (total <= 0) return null
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { value }) => sum + value, 0))
  return (
    <div class="split">
      <span class="split-label">{label}</span>
      <svg class="split-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ band, value }, index) => (
          <rect
            key={band}
            class="band-fill"
            data-band={band}
            x={((starts[index] ?? 0) / total) * 100}
            width={(value / total) * 100}
            height="10"
          />
        ))}
      </svg>
    </div>
  )
}
