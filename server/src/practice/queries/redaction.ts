import type { Ground } from '@mortar/contract/inquiry'
import { sql } from 'kysely'
import { covered } from '#inquiry/index.ts'
import { coverTexts as cover, textsOf } from '#platform/cover.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { PracticeText } from '@mortar/contract/practice'
import { rendered } from '../text.ts'
import { indexWords } from './archive.ts'
import { inquiryReadable } from './inquiries.ts'
import { isReadable, practiceWithReader } from './reading.ts'

const of = (table: string, plain: string, json = '', key = 'practice_id') => textsOf(table, plain, json, key)

/** Every column in which somebody wrote something about a practice. */
const texts = [
  of('practice', 'title variant_context retired_reason', '', 'id'),
  of('practice_revision', 'title problem works_when works_not how sources note', 'steps'),
  of('change_proposal', 'note reason', 'content'),
  of('practice_move', 'reason'),
  of('application', 'place changed different'),
  of('run', 'title note'),
  of('validation', 'reasons', 'evidence'),
  of('verification_act', 'note'),
  of('adoption', 'reason'),
  of('unit_proposal', 'message'),
]

/** Covers what matches in every text of these practices; tells in how many texts of each. */
export async function coverTexts(tx: Writer, ids: string[], pattern: string): Promise<Map<string, number>> {
  const places = await cover(tx, texts, ids, pattern, covered)
  if (places.size > 0) await renderAgain(tx, [...places.keys()])
  return places
}

/** What people read, and what a practice is found by, is made anew from what is left. */
export async function renderAgain(tx: Writer, ids: string[]): Promise<void> {
  const { rows } = await sql<PracticeText & { practiceId: string; revision: number }>`
    select * from practice_revision where practice_id = any(${ids}::uuid[])`.execute(tx)
  await sql`
    update practice_revision set html = page.html
    from unnest(${rows.map(({ practiceId }) => practiceId)}::uuid[], ${rows.map(({ revision }) => revision)}::int[],
      ${rows.map((row) => JSON.stringify(rendered(row)))}::jsonb[]) page (id, revision, html)
    where practice_id = page.id and practice_revision.revision = page.revision`.execute(tx)
  await indexWords(tx, ids)
}

/** These practices and all that were adapted from them: an adaptation begins with the same words. */
export async function withVariants(db: Reader, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive family(id) as (
      select unnest(${ids}::uuid[])
      union select practice.id from practice join family on practice.variant_of = family.id)
    select id from family`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * The practices that an inquiry was distilled into. Not those that were only used on it: their words are not of this
 * inquiry, and whoever keeps order here does not keep it there.
 */
export async function distilledFrom(db: Reader, inquiryId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from practice where from_inquiry = ${inquiryId}
    union select source.practice_id from practice_source source
      join contribution on contribution.id = source.contribution_id where contribution.inquiry_id = ${inquiryId}`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** What people told of using a practice on an inquiry: these lines are about it, whatever practice they stand under. */
export const coverUses = (tx: Writer, inquiryId: string, pattern: string) =>
  cover(tx, [of('application', 'place changed different', '', 'inquiry_id')], [inquiryId], pattern, covered)

/** Of these files, those that something else shows too: an inquiry, a contribution, or another practice. */
export async function alsoElsewhere(db: Reader, ids: string[], files: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from file where id = any(${files}::uuid[]) and (
      exists (select from attachment where attachment.file_id = file.id)
      or exists (select from practice_file shown where shown.file_id = file.id and shown.practice_id <> all(${ids}::uuid[])))`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Shows these files here no more; they stay where else they are shown. */
export const unlinkFiles = (tx: Writer, ids: string[], files: string[]) =>
  sql`delete from practice_file where practice_id = any(${ids}::uuid[]) and file_id = any(${files}::uuid[])`.execute(tx)

/** Of these files, those that one of the practices shows, and which. */
export const filesShown = (db: Reader, ids: string[], files: string[]) =>
  ids.length === 0 || files.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('practiceFile')
        .select(['practiceId', 'fileId'])
        .where('practiceId', 'in', ids)
        .where('fileId', 'in', files)
        .execute()

export interface Redaction {
  practiceId: string
  ground: Ground
  places: number
  files: number
  byId: string | null
}

export const saveRedactions = (tx: Writer, rows: Redaction[]) =>
  tx.insertInto('practiceRedaction').values(rows).execute()

/** Whom each of these practices concerns, and where it belongs. */
export const concernedBy = (db: Reader, ids: string[]) =>
  db.selectFrom('practice').select(['id', 'communityId', 'stewardId', 'madeBy']).where('id', 'in', ids).execute()

export interface Elsewhere {
  kind: 'inquiry' | 'practice'
  id: string
  title: string
}

/** Where the same words still stand above a practice: in its inquiry, or in what it adapts. Only what the reader may read. */
export async function aboveWith(db: Reader, personId: string, id: string, pattern: string): Promise<Elsewhere[]> {
  const { rows } = await sql<Elsewhere>`
    with recursive up(id, variant_of) as (
      select id, variant_of from practice where id = ${id}
      union select above.id, above.variant_of from practice above join up on above.id = up.variant_of)
    select 'practice' as kind, practice.id, practice.title
    from ${practiceWithReader(personId)} join up on up.id = practice.id
    where practice.id <> ${id} and ${isReadable(personId)} and exists (
      select from practice_revision text where text.practice_id = practice.id
        and concat_ws(' ', text.title, text.problem, text.works_when, text.works_not, text.how, text.steps, text.sources) ~* ${pattern})
    union all
    select 'inquiry', inquiry.id, inquiry.title from inquiry
    where inquiry.id in (select practice.from_inquiry from practice join up on up.id = practice.id)
      and ${inquiryReadable(personId)}
      and (inquiry.title ~* ${pattern} or inquiry.body ~* ${pattern} or exists (
        select from contribution where contribution.inquiry_id = inquiry.id and contribution.body ~* ${pattern}))`.execute(
    db,
  )
  return rows
}
