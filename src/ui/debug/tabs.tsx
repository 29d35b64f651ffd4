import type { ComponentChild } from 'preact'
import { useId, useState } from 'preact/hooks'

interface Props {
  label: string
  tabs: { name: string; content: ComponentChild }[]
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/** https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ with automatic activation. */
export function Tabs({ label, tabs }: Props) {
  const [chosen, choose] = useState(0)
  const id = useId()
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    const next = (chosen + step + tabs.length) % tabs.length
    choose(next)
    const button = event.currentTarget.children[next]
    if (button instanceof HTMLElement) button.focus()
  }
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({ name }, i) => (
          <button
            type="button"
            role="tab"
            id={`${id}-tab-${i}`}
            aria-selected={i === chosen}
            aria-controls={`${id}-content`}
            tabIndex={i === chosen ? 0 : -1}
            onClick={() => choose(i)}
            key={name}
          >
            {name}
          </button>
        ))}
      </div>
      <div class="content" role="tabpanel" id={`${id}-content`} aria-labelledby={`${id}-tab-${chosen}`}>
        {tabs[chosen]?.content}
      </div>
    </>
  )
}
