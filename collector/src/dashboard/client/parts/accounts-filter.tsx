import { useEffect, useRef } from 'preact/hooks'
import type { Band } from '../../../api-types'
import { Icon } from '../../shared/icon'
import type { AccountsView } from '../data/accounts-query'
import { BAND_WORDS, BANDS } from '../format/words'
import { FLAGS } from '../pages/definitions'

interface AccountsFilterProps {
  view: AccountsView
  onChange: (change: Partial<AccountsView>) => void
}

export function AccountsFilter({ view, onChange }: AccountsFilterProps) {
  return (
    <search class="filter">
      <SearchField text={view.text} onText={(text) => onChange({ text })} />
      <label class="field inline">
        Band
        <select
          value={view.band}
          onChange={(event) => onChange({ band: event.currentTarget.value as Band | '' })}
        >
          <option value="">All</option>
          {BANDS.map((band) => (
            <option key={band} value={band}>
              {BAND_WORDS[band]}
            </option>
          ))}
        </select>
      </label>
      <label class="field inline">
        Flag
        <select value={view.flag} onChange={(event) => onChange({ flag: event.currentTarget.value })}>
          <option value="">Any</option>
          {FLAGS.map(({ id, term }) => (
            <option key={id} value={id}>
              {term}
            </option>
          ))}
        </select>
      </label>
    </search>
  )
}

/** `/` goes to the field from anywhere on the page that does not take text itself. */
function SearchField({ text, onText }: { text: string; onText: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => onSlash(() => input.current?.focus()), [])
  return (
    <label class="search">
      <Icon name="search" />
      <span class="visually-hidden">Search by name or id</span>
      <input
        ref={input}
        type="search"
        value={text}
        placeholder="Name or id"
        aria-keyshortcuts="/"
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
    </label>
  )
}

function onSlash(listener: () => void): () => void {
  const check = (event: KeyboardEvent) => {
    const takesText = event.target instanceof Element && event.target.matches('input, textarea, select')
    if (event.key !== '/' || takesText || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    listener()
  }
  document.addEventListener('keydown', check)
  return () => document.removeEventListener('keydown', check)
}
