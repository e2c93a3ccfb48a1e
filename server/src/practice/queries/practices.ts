import type { PracticeState, PracticeText, Step } from '@mortar/contract/practice'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import type { Me } from '#platform/statement.ts'
import type { Practice, Standing } from '../practice.ts'
import { jsonOf } from './json.ts'
import { practiceWithReader, reachedThroughUnit, wordsConfig } from './reading.ts'

export interface Html {
  problem: string
  worksWhen: string
  worksNot: string
  how: string
  sources: string
}

export interface RevisionRow {
  revision: number
  title: string
  problem: string
  worksWhen: string
  worksNot: string
  how: string
  steps: Step[]
  sources: string
  html: Html
  note: string
  byId: string | null
  takenBy: string | null
  at: Date
}

export const practiceColumns = sql`
  practice.id, practice.kind, practice.state, practice.title, practice.revision, practice.steward_id as "stewardId",
  practice.variant_of as "variantOf", practice.variant_context as "variantContext",
  practice.from_inquiry as "fromInquiry", practice.made_by as "madeBy", practice.made_at as "madeAt",
  practice.changed_at as "changedAt", practice.current_at as "currentAt", practice.verify_days as "verifyDays",
  practice.verified_at as "verifiedAt", practice.review_at as "reviewAt", practice.validated_at as "validatedAt",
  practice.hidden_at as "hiddenAt",
  json_build_object('id', community.id, 'slug', community.slug, 'name', community.name, 'short', community.short,
    'colour', community.colour, 'visibility', community.visibility, 'closed', community.closed_at is not null,
    'rule', community.evidence_rule) as community`

/** How a person stands to a practice that is read beside them. */
export const standingOf = (personId: Me) => sql`
  mine.person_id is not null as member, reader.origin = 'guest' as guest,
  coalesce(mine.roles && '{steward,facilitator}', false) as tends,
  coalesce('facilitator' = any(mine.roles), false) as facilitates, ${reachedThroughUnit(personId)} as "unitReader"`

export interface FoundRow extends Practice {
  member: boolean
  tends: boolean
  facilitates: boolean
  guest: boolean
  unitReader: boolean
}

/** A practice and how a person stands to it, in one read. Only `access.ts` calls this. */
export async function findPractice(
  db: Reader,
  { id: personId, office }: Actor,
  id: string,
): Promise<{ practice: Practice; who: Standing } | undefined> {
  const { rows } = await sql<FoundRow>`
    select ${practiceColumns}, ${standingOf(personId)}
    from ${practiceWithReader(personId)}
    where practice.id = ${id}`.execute(db)
  return rows[0] && standing(rows[0], { id: personId, office })
}

/** What was found, apart from how the person stands to it. */
export function standing<Row extends FoundRow>(row: Row, { id: personId, office }: Pick<Actor, 'id' | 'office'>) {
  const { member, tends, facilitates, guest, unitReader, ...practice } = row
  return { practice, who: { personId, office, member, tends, facilitates, guest, unitReader } }
}

const revisionColumns = [
  'revision',
  'title',
  'problem',
  'worksWhen',
  'worksNot',
  'how',
  'steps',
  'sources',
  'html',
  'note',
  'byId',
  'takenBy',
  'at',
] as const

export const findRevision = (db: Reader, practiceId: string, revision: number) =>
  db
    .selectFrom('practiceRevision')
    .select(revisionColumns)
    .where('practiceId', '=', practiceId)
    .where('revision', '=', revision)
    .executeTakeFirst() as Promise<RevisionRow | undefined>

export const revisionsOf = (db: Reader, practiceId: string) =>
  db
    .selectFrom('practiceRevision')
    .select(['revision', 'note', 'byId', 'takenBy', 'at'])
    .where('practiceId', '=', practiceId)
    .orderBy('revision', 'desc')
    .execute()

export interface NewPractice {
  communityId: string
  kind: Practice['kind']
  title: string
  madeBy: string | null
  fromInquiry: string | null
  variantOf: string | null
  variantContext: string | null
  origin?: string | null
  madeAt?: Date
}

export const savePractice = (tx: Writer, row: NewPractice) =>
  tx.insertInto('practice').values(row).returning('id').executeTakeFirstOrThrow()

export interface NewRevision {
  practiceId: string
  revision: number
  text: PracticeText
  html: Html
  note: string
  byId: string | null
  takenBy?: string | null
  at?: Date
}

export async function saveRevision(tx: Writer, { text, html, ...row }: NewRevision): Promise<void> {
  const { steps, ...words } = text
  await tx
    .insertInto('practiceRevision')
    .values({ ...row, ...words, steps: jsonOf(steps), html: jsonOf(html) })
    .execute()
}

/** Makes a saved revision the one that holds, only if the one before it still held; tells whether it did. */
export async function advanceRevision(tx: Writer, id: string, base: number, text: PracticeText): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update practice set revision = ${base + 1}, title = ${text.title}, changed_at = now()
    where id = ${id} and revision = ${base} and state <> 'retired'`.execute(tx)
  return numAffectedRows === 1n
}

/** Brings the words that it is found by up to its text. */
export async function saveWords(tx: Writer, id: string, text: PracticeText): Promise<void> {
  const rest = [text.worksWhen, text.how, ...text.steps.map(({ what }) => what)].join('\n').slice(0, 200_000)
  await sql`
    update practice set words = setweight(to_tsvector(${wordsConfig}, ${text.title}), 'A')
      || setweight(to_tsvector(${wordsConfig}, ${text.problem}), 'B')
      || setweight(to_tsvector(${wordsConfig}, ${rest}), 'C')
    where id = ${id}`.execute(tx)
}

interface MoveRow {
  id: string
  from: PracticeState
  to: PracticeState
  reason: string
  byId: string | null
  at?: Date
}

/** Moves a practice only from the state it was seen in; tells whether it did. */
export async function saveMove(tx: Writer, { id, from, to, reason, byId }: MoveRow): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update practice set state = ${to}, changed_at = now(),
      retired_at = case when ${to} = 'retired' then now() end,
      retired_reason = case when ${to} = 'retired' then ${reason} end,
      current_at = case when ${to} = 'current' then coalesce(current_at, now()) else current_at end,
      steward_id = case when ${to} = 'current' then coalesce(steward_id, ${byId}) else steward_id end,
      review_at = case when ${to} = 'current'
        then coalesce(review_at, now() + verify_days * interval '1 day') else review_at end
    where id = ${id} and state = ${from}`.execute(tx)
  if (numAffectedRows !== 1n) return false
  await keepMove(tx, { id, to, reason, byId })
  return true
}

export const keepMove = (tx: Writer, { id, to, reason, byId, at }: Omit<MoveRow, 'from'>) =>
  tx
    .insertInto('practiceMove')
    .values({ practiceId: id, state: to, reason, byId, ...(at && { at }) })
    .execute()

export const saveSteward = (tx: Writer, id: string, stewardId: string) =>
  tx
    .updateTable('practice')
    .set({ stewardId, changedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()

/** Whether somebody is a member of a community and still works here. */
export async function isPresentMember(db: Reader, communityId: string, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from membership join person on person.id = membership.person_id
    where membership.community_id = ${communityId} and person.id = ${personId} and person.erased_at is null
      and (person.left_on is null or person.left_on > current_date)`.execute(db)
  return rows.length > 0
}

/** Whether all of these people work here. */
export async function isPresent(db: Reader, people: string[]): Promise<boolean> {
  if (people.length === 0) return true
  const { rows } = await sql`
    select from person where id = any(${people}) and erased_at is null and (left_on is null or left_on > current_date)`.execute(
    db,
  )
  return rows.length === people.length
}

export async function saveTopics(tx: Writer, id: string, topics: string[]): Promise<void> {
  await sql`
    delete from practice_topic where practice_id = ${id} and topic_id in (select id from topic where gone is null)`.execute(
    tx,
  )
  if (topics.length === 0) return
  await tx
    .insertInto('practiceTopic')
    .values([...new Set(topics)].map((topicId) => ({ practiceId: id, topicId })))
    .execute()
}

export async function areTopicsOf(db: Reader, communityId: string, topics: string[]): Promise<boolean> {
  if (topics.length === 0) return true
  const found = await db
    .selectFrom('topic')
    .select('id')
    .where('communityId', '=', communityId)
    .where('gone', 'is', null)
    .where('id', 'in', topics)
    .execute()
  return found.length === new Set(topics).size
}

export async function saveSources(tx: Writer, id: string, contributions: string[]): Promise<void> {
  if (contributions.length === 0) return
  await tx
    .insertInto('practiceSource')
    .values([...new Set(contributions)].map((contributionId) => ({ practiceId: id, contributionId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Files stay readable with every revision that showed them. Only what those who write uploaded, what the practice or the
 * one it adapts shows already, and what stands in the inquiry that it was distilled from: so that no link opens a file.
 */
export async function saveFiles(tx: Writer, id: string, files: string[], by: string[]): Promise<void> {
  if (files.length === 0) return
  await sql`
    insert into practice_file (file_id, practice_id)
    select file.id, practice.id from file, practice
    where practice.id = ${id}::uuid and file.id = any(${files}::uuid[]) and (
      file.uploaded_by = any(${by}::uuid[])
      or exists (
        select from practice_file shown
        where shown.file_id = file.id and shown.practice_id in (practice.id, practice.variant_of))
      or exists (
        select from attachment told where told.file_id = file.id and (
          told.subject_id = practice.from_inquiry
          or told.subject_id in (
            select contribution.id from contribution
            where contribution.inquiry_id = practice.from_inquiry
              and contribution.hidden_at is null and contribution.withdrawn_at is null))))
    on conflict do nothing`.execute(tx)
}

/** Whether a file is shown in a practice that somebody may read: the practices to ask for. */
export const practicesShowing = async (db: Reader, fileId: string): Promise<string[]> =>
  (await db.selectFrom('practiceFile').select('practiceId').where('fileId', '=', fileId).execute()).map(
    ({ practiceId }) => practiceId,
  )
