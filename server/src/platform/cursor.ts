import { refuse } from './refusals.ts'

/** Where a page of a list ended: the sort values of its last row, opaque to clients. */
export const cursorOf = (...values: (string | number | Date)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** The sort values behind a cursor; refuses what we did not write. */
export function readCursor(cursor: string | undefined, size: number): string[] | undefined {
  if (cursor === undefined) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(values) && values.length === size && values.every((v) => typeof v !== 'object')) {
      return values.map(String)
    }
  } catch {
    // Falls through to the refusal: a cursor is either ours or not.
  }
  throw refuse.invalid('badCursor')
}

/** Cuts a list read with one row more than asked into a page and the cursor of the next. */
export function pageFrom<Row>(rows: Row[], limit: number, keysOf: (row: Row) => (string | number | Date)[]) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorOf(...keysOf(last)) : null }
}
