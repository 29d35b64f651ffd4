/** What the server writes into `data-boot` of the shell, so that the client starts without a request. */
export interface Boot {
  person: string
  /** Sent back by every form; see `@fastify/csrf-protection`. */
  csrf: string
  /** Tags to paste into the host product; the Live page shows them while nothing has arrived. */
  snippet: string
  /** BCP 47, for numbers, dates and plurals. */
  locale: string
}
