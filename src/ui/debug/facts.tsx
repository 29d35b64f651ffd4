import type { Context } from '../../core/context'

/** What conditions ask about: page, user, account, and how much of their history is known. */
export function Facts({ context }: { context: Context }) {
  const { history, traits, account } = context
  const [events, features, guides] = [history.events, history.features, history.guides].map(
    (records) => Object.keys(records).length,
  )
  return (
    <>
      <List
        title="Page"
        facts={{
          path: context.path + context.search,
          device: context.device,
          language: context.language,
          session: context.sessionId,
        }}
      />
      <List title="User" facts={{ id: context.userId ?? `${context.anonymousId} (anonymous)`, ...traits }} />
      <List title="Account" facts={{ id: context.accountId ?? 'none', health: context.health, ...account }} />
      <List
        title="History"
        facts={{ events, features, guides, interruptions: history.interruptions.length }}
      />
    </>
  )
}

function List({ title, facts }: { title: string; facts: Readonly<Record<string, unknown>> }) {
  return (
    <details open>
      <summary class="title">{title}</summary>
      <dl>
        {Object.entries(facts).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
