/** A modal dialog in the middle of the window. */
export const modalStyles = `
dialog { margin: auto; padding: 0; border: 0; color: inherit; overflow: visible }
.modal { width: min(480px, 100% - 32px); max-width: none; max-height: calc(100% - 32px) }
.modal:not([open]) { display: none }
.modal::backdrop { background: var(--shade); animation: fade .18s ease-out }
`
