import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../../shared/icon'
import type { AccountsView } from '../data/accounts-query'
import { FLAGS } from '../definitions'
import { BAND_WORDS, BANDS } from '../format/words'

interface AccountsFilterProps {
  view: AccountsView
  onChange: (change: Partial<AccountsView>) => void
}

export function AccountsFilter({ view, onChange }: AccountsFilterProps) {
  return (
    <search class="filter">
      <SearchField text={view.text} onText={(text) => onChange({ text })} />
      <Choice
        name="Band"
        all="All bands"
        value={view.band}
        options={BANDS.map((band) => ({ value: band, label: BAND_WORDS[band] }))}
        onChange={(band) => onChange({ band })}
      />
      <Choice
        name="Flag"
        all="Any flag"
        value={view.flag}
        options={FLAGS.map(({ id, term }) => ({ value: id, label: term }))}
        onChange={(flag) => onChange({ flag })}
      />
    </search>
  )
}

interface ChoiceProps<Value extends string> {
  name: string
  /** What stands for no choice. */
  all: string
  value: Value | ''
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value | '') => void
}

function Choice<Value extends string>({ name, all, value, options, onChange }: ChoiceProps<Value>) {
  const pick = (index: number) => onChange(options[index - 1]?.value ?? '')
  return (
    <select
      class="select"
      aria-label={name}
      value={value}
      onChange={(event) => pick(event.currentTarget.selectedIndex)}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** One request per word rather than per letter. */
const TYPING_PAUSE_MS = 200

/** `/` goes to the field from anywhere on the page that does not take text itself. */
function SearchField({ text, onText }: { text: string; onText: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(text)
  useEffect(() => onSlash(() => input.current?.focus()), [])
  useEffect(() => setTyped(text), [text])
  useEffect(() => {
    const pause = setTimeout(() => typed !== text && onText(typed), TYPING_PAUSE_MS)
    return () => clearTimeout(pause)
  }, [typed, text, onText])
  return (
    <label class="search">
      <Icon name="search" />
      <span class="visually-hidden">Search by name or id</span>
      <input
        ref={input}
        type="search"
        value={typed}
        placeholder="Name or id"
        aria-keyshortcuts="/"
        onInput={(event) => setTyped(event.currentTarget.value)}
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
