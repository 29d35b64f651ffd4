import type { AccountsPage, Portfolio } from '../../../api-types'
import { BandHistory } from '../charts/band-history'
import { accountsPath } from '../data/accounts-query'
import { useResource } from '../data/use-resource'
import { useFormat } from '../format/use-format'
import { AttentionList } from '../parts/attention-list'
import { BandSplit } from '../parts/band-split'
import { Movers } from '../parts/movers'
import { PageHead } from '../parts/page-head'
import { PortfolioTiles } from '../parts/portfolio-tiles'
import { Section } from '../parts/section'
import { Empty, Loaded } from '../parts/states'

const ATTENTION = accountsPath({ text: '', band: 'at_risk', flag: '', sort: '-mrr' }, { limit: 5 })

export function PortfolioPage() {
  const portfolio = useResource<Portfolio>('/api/portfolio')
  const attention = useResource<AccountsPage>(ATTENTION)
  return (
    <>
      <PortfolioHead asOf={portfolio.data?.asOf ?? null} />
      <Loaded from={portfolio}>
        {(data) =>
          data.accounts === 0 ? (
            <NoAccounts />
          ) : (
            <div class="stack">
              <PortfolioTiles portfolio={data} />
              <div class="columns even">
                <BandSplit portfolio={data} />
                <Section
                  title="Needs attention"
                  aside={<a href="/accounts?band=at_risk&sort=-mrr">All at risk</a>}
                >
                  <Loaded from={attention}>{({ accounts }) => <AttentionList accounts={accounts} />}</Loaded>
                </Section>
              </div>
              <BandHistory history={data.history} />
              <Movers movers={data.movers} />
            </div>
          )
        }
      </Loaded>
    </>
  )
}

function PortfolioHead({ asOf }: { asOf: string | null }) {
  const format = useFormat()
  return <PageHead title="Portfolio" note={asOf === null ? undefined : `As of ${format.day(asOf)}`} />
}

function NoAccounts() {
  return (
    <Empty title="No accounts yet">
      <p>
        An account appears when the host product names one: call{' '}
        <code>
          handrail.group('acme', {'{ name: '}'Acme', mrr: 490, seats: 25 {'}'})
        </code>{' '}
        after <code>identify</code>.
      </p>
      <p>Scores follow after seven days of events; until then an account is shown as unknown.</p>
      <a class="button" href="/live">
        Check that events arrive
      </a>
    </Empty>
  )
}
