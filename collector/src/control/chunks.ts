/** Rows that one statement writes: SQLite takes 32,766 values, and a long statement would hold up requests. */
export const ROWS_PER_STATEMENT = 200

/** Ids that one statement asks for. */
export const IDS_PER_STATEMENT = 2_000

export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}

/** The rows of one query after the other, each for some of the ids. */
export async function inChunks<Row>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const some of chunks(ids, IDS_PER_STATEMENT)) for (const row of await read(some)) rows.push(row)
  return rows
}
