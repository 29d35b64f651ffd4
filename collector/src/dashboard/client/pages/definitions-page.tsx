import { useEffect } from 'preact/hooks'
import { COMPONENT_DEFINITIONS, type Definition, FACTS, FIGURES, FLAGS } from '../definitions'
import { PageHead } from '../parts/page-head'
import { Section } from '../parts/section'

/** Where every figure of the dashboard is explained. */
export function DefinitionsPage({ hash }: { hash: string }) {
  useEffect(() => {
    const entry = hash && document.getElementById(hash.slice(1))
    if (entry) entry.focus()
  }, [hash])
  return (
    <>
      <PageHead title="Definitions" note="How each figure is computed, with the defaults of the model." />
      <div class="stack measure">
        <DefinitionList title="The score" entries={FIGURES} />
        <DefinitionList title="Components" entries={COMPONENT_DEFINITIONS} />
        <DefinitionList title="Facts" entries={FACTS} />
        <DefinitionList title="Flags" entries={FLAGS} />
      </div>
    </>
  )
}

function DefinitionList({ title, entries }: { title: string; entries: readonly Definition[] }) {
  return (
    <Section title={title}>
      {entries.map(({ id, term, text, formula, none }) => (
        <article key={id} id={id} class="definition" tabIndex={-1} aria-labelledby={`${id}-term`}>
          <h3 id={`${id}-term`}>{term}</h3>
          <p>{text}</p>
          {formula && <p class="row-note">{formula}</p>}
          {none && <p class="row-note">No data: {none}</p>}
        </article>
      ))}
    </Section>
  )
}
