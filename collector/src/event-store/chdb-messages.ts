/** What the collector and the process of its engine say to each other. */
type Asked = { id: number }

export type ToChild =
  | (Asked & { kind: 'query'; sql: string })
  | (Asked & { kind: 'insert'; table: string; tsv: Uint8Array; token: string })
  | (Asked & { kind: 'close' })

export type FromChild =
  | { kind: 'ready' }
  | (Asked & { kind: 'answer'; text: string })
  | (Asked & { kind: 'refusal'; message: string; code: number })

/** A request without its number, which the sender of requests gives. */
export type Request = ToChild extends infer Message
  ? Message extends Asked
    ? Omit<Message, 'id'>
    : never
  : never
