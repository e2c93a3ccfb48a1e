import { idOfRow, readCursor } from '#platform/cursor.ts'
import { refuse } from '#platform/refusals.ts'

const written = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/

/** Where a list by time goes on: a moment as PostgreSQL writes it, and an id. Anything else in a cursor is not ours. */
export function placeInTime(after: string | undefined): string[] | undefined {
  const place = readCursor(after, 2, idOfRow.uuid)
  if (place && !isDay(written.exec(place[0] ?? '')?.[1])) throw refuse.invalid('badCursor')
  return place
}

const isDay = (day = '') => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
