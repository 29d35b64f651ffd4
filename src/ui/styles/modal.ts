/** A modal dialog in the middle of the window. */
export const modalStyles = `
.modal {
  margin: auto; padding: 0; border: 0; color: inherit; inline-size: min(480px, 100% - 32px); max-inline-size: none;
  max-block-size: calc(100% - 32px); overflow: visible;
}
.modal:not([open]) { display: none }
.modal::backdrop { background: var(--shade); animation: fade .18s ease-out }
`
