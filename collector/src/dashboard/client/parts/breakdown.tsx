import type { AccountDetail, ComponentName } from '../../../api-types'
import { Bar } from '../charts/bar'
import { useFormat } from '../format/use-format'
import { COMPONENT_WORDS, COMPONENTS, idWords } from '../format/words'
import { Figure } from './figure-text'
import { Section } from './section'
import { Term } from './term'

/** The score as a sum that can be checked by hand: value × weight = points given; the rest is what it costs. */
export function Breakdown({ account }: { account: AccountDetail }) {
  return (
    <Section title="Why this score">
      <table class="table plain breakdown">
        <thead>
          <tr>
            <th scope="col">Component</th>
            <th scope="col" class="bar-cell wide">
              <span class="visually-hidden">Value as a bar</span>
            </th>
            <th scope="col" class="end">
              Value
            </th>
            <th scope="col" class="end">
              <Term id="weight">Weight</Term>
            </th>
            <th scope="col" class="end">
              <Term id="contribution">Gives</Term>
            </th>
            <th scope="col" class="end">
              <Term id="contribution">Costs</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {COMPONENTS.map((component) => (
            <ComponentRow key={component} account={account} component={component} />
          ))}
        </tbody>
        <Sum account={account} />
      </table>
      <Caps account={account} />
    </Section>
  )
}

function ComponentRow({ account, component }: { account: AccountDetail; component: ComponentName }) {
  const format = useFormat()
  const value = account.components[component]
  const weight = account.weights[component] ?? null
  return (
    <tr data-component={component}>
      <th scope="row">
        <Term id={component}>{COMPONENT_WORDS[component]}</Term>
      </th>
      <td class="bar-cell wide">{value !== null && <Bar value={value} />}</td>
      <td class="end">
        <Figure value={value} format={format.score} />
      </td>
      <td class="end num">{weight === null ? '' : format.percent(weight)}</td>
      <td class="end num">{points(account.contribution[component], format.score)}</td>
      <td class="end num loss">{points(account.loss[component], format.score)}</td>
    </tr>
  )
}

/** A component without a value takes no part in the sum: its cell is empty rather than 0. */
const points = (value: number | undefined, format: (value: number) => string): string =>
  value === undefined ? '' : format(value)

function Sum({ account: { raw } }: { account: AccountDetail }) {
  const format = useFormat()
  if (raw === null) return null
  return (
    <tfoot>
      <tr>
        <th scope="row">Sum</th>
        <td class="bar-cell wide" />
        <td />
        <td />
        <td class="end num">{format.score(raw)}</td>
        <td class="end num loss">{format.score(100 - raw)}</td>
      </tr>
    </tfoot>
  )
}

const CAP_WORDS: Record<string, string> = {
  dormant: 'there was no activity for 14 days or more',
  cancel_intent: 'somebody said they want to cancel',
}

/** Says why the score is below its sum, or missing. */
function Caps({ account: { caps, raw, score, coverage } }: { account: AccountDetail }) {
  const format = useFormat()
  if (score === null) {
    return (
      <p class="card-note">
        There is no score yet: it needs seven days of history and a <Term id="coverage">coverage</Term> of at
        least {format.percent(0.5)}, which is {format.percent(coverage)} now.
      </p>
    )
  }
  if (caps.length === 0 || raw === null || format.score(raw) === format.score(score)) return null
  const reasons = caps.map((cap) => CAP_WORDS[cap] ?? idWords(cap)).join('; ')
  return (
    <p class="card-note">
      Held at {format.score(score)} instead of {format.score(raw)} because {reasons}.
    </p>
  )
}
