/** What the collector and the process of its engine say to each other. */
type Asked = { id: number }

/** Where the child finds the rows of inserts, one block after the other in the order of their messages; the channel of messages is 3. */
export const rowsFd = 4

export type ToChild =
  | (Asked & { kind: 'query'; sql: string })
  | (Asked & { kind: 'insert'; table: string; bytes: number; token: string })
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
