import { useState } from 'preact/hooks'
import { Icon } from '../../shared/icon'
import { useFormat } from '../format/use-format'

/** Until the first event arrives: how to make one arrive. */
export function InstallHelp({ snippet, waiting }: { snippet: string; waiting: number }) {
  const format = useFormat()
  return (
    <section class="empty install">
      <h2>
        {waiting === 0
          ? 'Waiting for the first event'
          : `Paused, ${format.count(waiting, 'event', 'events')} waiting`}
      </h2>
      <p>
        Paste this into the pages of your product, then open one of them. Its page view appears here within
        seconds.
      </p>
      <Snippet text={snippet} />
      <p>
        Nothing arrives? Look for <code>[handrail]</code> in the browser's console, and check that a content
        security policy lets the page load the script and connect to this collector.
      </p>
    </section>
  )
}

function Snippet({ text }: { text: string }) {
  const [copied, setCopied] = useState(false)
  if (text === '') {
    return (
      <p class="notice">
        There is no project yet. Make one: <code>handrail-collector project create --name "My product"</code>
      </p>
    )
  }
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true))
  return (
    <div class="snippet">
      <pre class="json" dir="ltr">
        {text}
      </pre>
      {/* Browsers give the clipboard to secure pages only; elsewhere the text can be selected. */}
      {isSecureContext && (
        <button class="button" type="button" onClick={copy}>
          <Icon name="copy" />
          <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
        </button>
      )}
    </div>
  )
}
