import type { Role } from '@mortar/contract/community'
import type { SheetContent, SheetState } from '@mortar/contract/community-sheets'
import { sql } from 'kysely'
import { coverTexts, textsOf } from '#platform/cover.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Sheet } from './sheet.ts'

const columns = [
  'sheet.id',
  'sheet.communityId',
  'sheet.template',
  'sheet.state',
  'sheet.version',
  'sheet.edits',
  'sheet.movedAt',
  'sheet.startedBy',
  'sheet.hiddenAt',
  'sheet.discardedAt',
  'written.title',
  'written.content',
  'written.byId',
  'written.at',
] as const

const sheets = (db: Reader) =>
  db
    .selectFrom('sheet')
    .innerJoin('sheetVersion as written', (join) =>
      join.onRef('written.sheetId', '=', 'sheet.id').onRef('written.version', '=', 'sheet.version'),
    )
    .select(columns)
    .$castTo<Sheet>()

/** The latest first. */
export const sheetsOf = (db: Reader, communityId: string): Promise<Sheet[]> =>
  sheets(db)
    .where('sheet.communityId', '=', communityId)
    .orderBy('sheet.movedAt', 'desc')
    .orderBy('sheet.id', 'desc')
    .limit(200)
    .execute()

export const findSheet = (db: Reader, communityId: string, id: string): Promise<Sheet | undefined> =>
  sheets(db).where('sheet.communityId', '=', communityId).where('sheet.id', '=', id).executeTakeFirst()

/** Where a sheet lies. */
export async function communityOfSheet(db: Reader, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('sheet').select('communityId').where('id', '=', id).executeTakeFirst()
  return row?.communityId
}

export const versionsOf = (db: Reader, sheetId: string) =>
  db
    .selectFrom('sheetVersion')
    .select(['version', 'byId', 'at'])
    .where('sheetId', '=', sheetId)
    .orderBy('version', 'desc')
    .limit(200)
    .execute()

export const findVersion = (db: Reader, sheetId: string, version: number) =>
  db
    .selectFrom('sheetVersion')
    .select(['version', 'title', 'content', 'byId', 'at'])
    .where('sheetId', '=', sheetId)
    .where('version', '=', version)
    .$castTo<{ version: number; title: string; content: SheetContent; byId: string | null; at: Date }>()
    .executeTakeFirst()

interface Written {
  title: string
  content: SheetContent
  byId: string
}

export async function startSheet(tx: Writer, communityId: string, template: string, written: Written): Promise<string> {
  const { id } = await tx
    .insertInto('sheet')
    .values({ communityId, template, startedBy: written.byId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveVersion(tx, id, 1, written)
  return id
}

/** How long one person's savings are one version. */
const breath = '30 minutes'

export interface Saved {
  edits: number
  version: number
  /** A version of its own began with it. */
  anew: boolean
}

/** Goes on from the saving that it was written from, and only while the sheet is not done; tells whether that held. */
export async function advanceSheet(tx: Writer, id: string, base: number, byId: string): Promise<Saved | undefined> {
  const { rows } = await sql<Saved>`
    update sheet set edits = sheet.edits + 1, version = sheet.version + next.step, moved_at = now()
    from (
      select case when written.by_id = ${byId} and written.at > now() - ${breath}::interval then 0 else 1 end as step
      from sheet held join sheet_version written on written.sheet_id = held.id and written.version = held.version
      where held.id = ${id}) next
    where sheet.id = ${id} and sheet.edits = ${base} and sheet.state <> 'done' and sheet.discarded_at is null
    returning sheet.edits, sheet.version, next.step = 1 as anew`.execute(tx)
  return rows[0]
}

export const saveVersion = (tx: Writer, sheetId: string, version: number, { title, content, byId }: Written) =>
  sql`
    insert into sheet_version (sheet_id, version, title, content, by_id)
    values (${sheetId}, ${version}, ${title}, ${JSON.stringify(content)}::jsonb, ${byId})
    on conflict (sheet_id, version) do update set title = excluded.title, content = excluded.content, at = now()`.execute(
    tx,
  )

/** Tells whether the sheet was in another state. */
export async function moveSheet(tx: Writer, id: string, state: SheetState): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sheet')
    .set({ state, movedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('state', '<>', state)
    .where('discardedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Sets a sheet aside in somebody's name, or (nobody) takes it out again; tells whether that changed anything. */
export async function discardSheet(tx: Writer, id: string, by: string | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sheet')
    .set({ discardedBy: by, discardedAt: by ? sql<Date>`now()` : null })
    .where('id', '=', id)
    .where('discardedAt', by ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const coverSheets = (tx: Writer, ids: string[], pattern: string, cover: string) =>
  coverTexts(tx, [textsOf('sheet_version', 'title', 'content', 'sheet_id')], ids, pattern, cover)

export async function holdersOf(db: Reader, communityId: string): Promise<Map<Role, string[]>> {
  const { rows } = await sql<{ role: Role; people: string[] }>`
    select held.role, array_agg(membership.person_id order by membership.joined_at, membership.person_id) as people
    from membership cross join lateral unnest(membership.roles) held(role)
    join person on person.id = membership.person_id and (person.left_on is null or person.left_on > current_date)
    where membership.community_id = ${communityId} group by held.role`.execute(db)
  return new Map(rows.map(({ role, people }) => [role, people]))
}

/** Of these people, those who belong to the organization or the community: others are not named. */
export async function knownPeople(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from person where id = any(${ids}::uuid[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
