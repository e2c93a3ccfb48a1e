import { refuse } from './refusals.ts'

/** Where a page of a list ended: the sort values of its last row, opaque to clients. */
export const cursorOf = (...values: (string | number | Date)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** What the last value of a cursor looks like: it names the row. */
export const idOfRow = { uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, number: /^\d{1,15}$/ }

/** The sort values behind a cursor; refuses what we did not write. */
export function readCursor(
  cursor: string | undefined,
  size: number,
  last: RegExp = idOfRow.uuid,
): string[] | undefined {
  if (cursor === undefined) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(values) && values.length === size && values.every((v) => typeof v !== 'object')) {
      const texts = values.map(String)
      if (last.test(texts.at(-1) ?? '') && !texts.some((text) => text.includes('\0'))) return texts
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
