import type { ComponentChildren } from 'preact'
import type { AccountDetail } from '../../../api-types'
import type { Format } from '../format/format'
import { dayTrait, numberTrait, showValue, textTrait } from '../format/traits'
import { useFormat } from '../format/use-format'
import { idWords, keyWords } from '../format/words'
import { Figure, NoData } from './figure-text'
import { Section } from './section'
import { Term } from './term'

/** Shown by name above the other traits. */
const NAMED = new Set(['name', 'plan', 'mrr', 'seats', 'renewsAt'])

export function AccountFacts({ account }: { account: AccountDetail }) {
  const format = useFormat()
  const { traits } = account
  const renewsAt = textTrait(traits, 'renewsAt')
  const others = Object.entries(traits).filter(([name]) => !NAMED.has(name))
  return (
    <Section title="Facts">
      <dl class="facts">
        <Fact name="Plan">{textTrait(traits, 'plan') ?? <NoData />}</Fact>
        <Fact name={<Term id="mrr">MRR</Term>}>
          <Figure value={numberTrait(traits, 'mrr')} format={format.money} />
        </Fact>
        <Fact name="Seats">
          <Figure value={numberTrait(traits, 'seats')} format={format.whole} />
        </Fact>
        <Fact name={<Term id="renewal">Renewal</Term>}>
          {renewsAt === null ? <NoData /> : format.day(renewsAt)}
        </Fact>
        {others.map(([name, value]) => (
          <Fact key={name} name={keyWords(name)}>
            {said(value, format) ?? <NoData />}
          </Fact>
        ))}
      </dl>
      <dl class="facts provenance">
        <Fact name={<Term id="weight">Weighed as</Term>}>
          {account.segment === null ? <NoData /> : idWords(account.segment)}
        </Fact>
        <Fact name={<Term id="coverage">Coverage</Term>}>{format.percent(account.coverage)}</Fact>
        <Fact name="As of">{account.asOf === null ? <NoData /> : format.day(account.asOf)}</Fact>
        <Fact name={<Term id="model">Model</Term>}>
          {account.modelHash === null ? (
            <NoData />
          ) : (
            <code title={account.modelHash}>{account.modelHash.slice(0, 12)}</code>
          )}
        </Fact>
      </dl>
    </Section>
  )
}

function said(value: unknown, format: Format): string | null {
  const day = dayTrait(value)
  return day === null ? showValue(value) : format.day(day)
}

function Fact({ name, children }: { name: ComponentChildren; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
