import type { Reader, Writer } from '#platform/database.ts'

export interface Kept {
  kind: 'inquiry' | 'practice'
  id: string
}

/** Keeps something for a person, or no longer. Inquiries and practices share one shelf. */
export async function setBookmark(tx: Writer, personId: string, { kind, id }: Kept, kept: boolean): Promise<void> {
  const row = { personId, subjectKind: kind, subjectId: id }
  if (kept) {
    await tx
      .insertInto('bookmark')
      .values(row)
      .onConflict((c) => c.doNothing())
      .execute()
    return
  }
  await tx
    .deleteFrom('bookmark')
    .where('personId', '=', personId)
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .execute()
}

/** Which of these a person has kept. */
export async function bookmarkedAmong(
  db: Reader,
  personId: string,
  kind: Kept['kind'],
  ids: string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('bookmark')
    .select('subjectId')
    .where('personId', '=', personId)
    .where('subjectKind', '=', kind)
    .where('subjectId', 'in', ids)
    .execute()
  return new Set(rows.map(({ subjectId }) => subjectId))
}
