/** The debug panel: small, dense, in the corner that launchers leave free. */
export const debugStyles = `
[data-side] { position: absolute; inset-block-end: 12px; font-size: 81.25%; font-variant-numeric: tabular-nums }
[data-side=left] { left: 12px }
[data-side=right] { right: 12px }
.pill { display: flex; flex-direction: row; gap: 8px; min-block-size: 32px; align-items: center; padding: 4px 14px; color: var(--muted) }
.pill b { color: var(--text); font-weight: 600 }
.panel { inline-size: min(380px, calc(100vw - 24px)); block-size: min(520px, 70vh) }
header { display: flex; align-items: center; gap: 8px; padding: 8px 8px 4px 16px }
header h2 { font-size: 1.077em }
header p { color: var(--muted); flex: 1 }
.tabs { display: flex; gap: 16px; padding-inline: 16px; border-block-end: 1px solid var(--line) }
.tabs button { padding-block: 8px; color: var(--muted); font-weight: 500; border-block-end: 2px solid transparent; margin-block-end: -1px }
.tabs button:hover { color: var(--text) }
.tabs [aria-selected=true] { color: var(--ink); border-color: var(--ink) }
.content { flex: 1; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin }
.content:focus-visible { outline-offset: -2px }
.rows, .gates { list-style: none }
.rows > li + li { border-block-start: 1px solid var(--line) }
summary { display: grid; grid-template-columns: auto 1fr auto; gap: 2px 8px; align-items: baseline; padding: 8px 16px; cursor: pointer; list-style: none }
summary::-webkit-details-marker { display: none }
summary:hover { background: var(--subtle) }
summary:focus-visible { outline-offset: -2px }
.name { font-weight: 600 }
summary > .name:first-child, summary > .name:first-child ~ .why { grid-column: 1 / 3 }
.kind, time { color: var(--muted); justify-self: end; grid-column: 3 }
.why { grid-column: 2 / 4; color: var(--muted) }
code { margin-inline-start: -4px }
.why:empty { display: none }
.dot { inline-size: 8px; block-size: 8px; border-radius: 50%; box-shadow: inset 0 0 0 2px var(--field); align-self: center }
.dot[data-state=free] { box-shadow: inset 0 0 0 2px var(--ink) }
.dot[data-state=open] { background: var(--ink); box-shadow: none }
.gates { padding: 8px 16px 12px 32px; display: grid; gap: 6px }
.gates li { display: grid; grid-template-columns: 16px 72px 1fr; gap: 8px; align-items: start; color: var(--muted) }
.gates b { font-weight: 500 }
.gates svg { margin-block-start: 1px; color: var(--field) }
.gates [data-passed=false] :is(b, span, svg) { color: var(--text) }
.gates [data-verdict=true] b { font-weight: 700 }
pre { margin: 4px 16px 12px; padding: 8px 12px; white-space: pre-wrap; background: var(--subtle); border-radius: var(--radius-inner); font: .923em/1.5 ui-monospace, monospace }
.title { font-weight: 600; padding-block: 12px 4px }
dl { margin: 0; padding: 0 16px 4px; display: grid; gap: 4px }
dl div { display: grid; grid-template-columns: 96px 1fr; gap: 8px }
dt { color: var(--muted) }
dd { margin: 0 }
.empty { padding: 16px; color: var(--muted) }
@media (forced-colors: active) { .dot { border: 2px solid CanvasText } .dot[data-state=open] { background: CanvasText } }
`
