import type { RecognitionAnswer, RecognitionState } from '@mortar/contract/network-recognition'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { daysBetweenQuestions, daysToAnswer, type Recognition } from '../recognition.ts'

export interface RecognitionRow extends Recognition {
  /** What the reader was asked; null for those who were not. */
  asked: boolean
  answer: RecognitionAnswer | null
  called: string
  namesMe: boolean
  people: number | null
  units: number | null
  described: boolean | null
  words: string[] | null
}

const rows = (personId: string, where: ReturnType<typeof sql>) => sql<RecognitionRow>`
  select recognition.*, question.person_id is not null as asked, question.answer, coalesce(question.called, '') as called,
         coalesce(question.names_me, false) as names_me, found.people, found.units, found.described, found.words
  from recognition
  left join recognition_question question
    on question.recognition_id = recognition.id and question.person_id = ${personId}
  left join found_community found on found.id = recognition.found_id
  where ${where}`

export async function findRecognition(db: Reader, personId: string, id: string): Promise<RecognitionRow | undefined> {
  return (await rows(personId, sql`recognition.id = ${id}`).execute(db)).rows[0]
}

/** Those somebody was asked in or began; for the knowledge office all. */
export async function recognitionsOf(db: Reader, personId: string, all: boolean): Promise<RecognitionRow[]> {
  const mine = sql`(${all} or question.person_id is not null or recognition.started_by = ${personId})`
  const { rows: found } = await rows(
    personId,
    sql`${mine} order by recognition.started_at desc, recognition.id desc limit 200`,
  ).execute(db)
  return found
}

/** What was asked before of these people: recognitions of communities that share at least half with this one. */
export async function askedBefore(db: Reader, found: string): Promise<{ state: RecognitionState; daysAgo: number }[]> {
  const { rows: before } = await sql<{ state: RecognitionState; daysAgo: number }>`
    with size as (select count(*) as people from found_person where found_id = ${found}),
    common as (
      select recognition.id, recognition.found_id, recognition.state,
             coalesce(recognition.ended_at, recognition.started_at) as at, count(*) as shared
      from recognition
      join found_person then_in on then_in.found_id = recognition.found_id
      join found_person now_in on now_in.person_id = then_in.person_id and now_in.found_id = ${found}
      group by recognition.id
    )
    select state, (extract(epoch from now() - at) / 86400)::float8 as days_ago
    from common, size
    where shared * 2 >= size.people + (select count(*) from found_person where found_id = common.found_id) - shared`.execute(
    db,
  )
  return before
}

/** Of the likely core, and whoever begins: those who work here and were not asked in the last thirty days. */
export async function whomToAsk(db: Reader, found: string, beginner: string): Promise<string[]> {
  const { rows: people } = await sql<{ personId: string }>`
    select held.person_id from found_person held join person on person.id = held.person_id
    where held.found_id = ${found} and (held.part = 'core' or held.person_id = ${beginner})
      and person.erased_at is null and (person.left_on is null or person.left_on > current_date)
      and not exists (
        select from recognition_question question
        where question.person_id = held.person_id
          and question.asked_at > now() - make_interval(days => ${daysBetweenQuestions}))
    order by held.person_id`.execute(db)
  return people.map(({ personId }) => personId)
}

/** Two that begin at once would ask the same people twice. */
export const beginOneAtATime = (tx: Writer) => sql`select pg_advisory_xact_lock(hashtext('recognition'))`.execute(tx)

export async function saveRecognition(
  tx: Writer,
  foundId: string,
  startedBy: string,
  people: string[],
): Promise<string> {
  const { id } = await tx
    .insertInto('recognition')
    .values({ foundId, startedBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('recognitionQuestion')
    .values(people.map((personId) => ({ recognitionId: id, personId })))
    .execute()
  return id
}

/** Holds the recognition, so that of two answers at once the second sees the first. */
export const lockRecognition = (tx: Writer, id: string) =>
  tx.selectFrom('recognition').select(['state', 'startedAt']).where('id', '=', id).forUpdate().executeTakeFirst()

export async function saveAnswer(
  tx: Writer,
  id: string,
  personId: string,
  { answer, called, namesMe }: { answer: RecognitionAnswer; called: string; namesMe: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recognitionQuestion')
    .set({ answer, called, namesMe: namesMe && answer === 'yes', answeredAt: sql<Date>`now()` })
    .where('recognitionId', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface QuestionRow {
  personId: string
  answer: RecognitionAnswer | null
  called: string
  namesMe: boolean
}

/** All questions of a recognition, in the order of the answers. */
export const questionsIn = (db: Reader, id: string): Promise<QuestionRow[]> =>
  db
    .selectFrom('recognitionQuestion')
    .select(['personId', 'answer', 'called', 'namesMe'])
    .where('recognitionId', '=', id)
    .orderBy('answeredAt')
    .orderBy('personId')
    .execute() as Promise<QuestionRow[]>

/** Who agreed and lets the others who agreed see it, in several recognitions. */
export async function agreedIn(db: Reader, ids: string[]): Promise<{ recognitionId: string; personId: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('recognitionQuestion')
    .select(['recognitionId', 'personId'])
    .where('recognitionId', 'in', ids)
    .where('answer', '=', 'yes')
    .where('namesMe', '=', true)
    .orderBy('personId')
    .execute()
}

export async function countsOf(
  db: Reader,
  ids: string[],
): Promise<Map<string, { asked: number; yes: number; answered: number }>> {
  if (ids.length === 0) return new Map()
  const { rows: counts } = await sql<{ id: string; asked: number; yes: number; answered: number }>`
    select recognition_id as id, count(*) as asked, count(*) filter (where answer = 'yes') as yes, count(answer) as answered
    from recognition_question where recognition_id = any(${ids}) group by 1`.execute(db)
  return new Map(counts.map(({ id, ...count }) => [id, count]))
}

export async function endRecognition(
  tx: Writer,
  id: string,
  state: 'recognised' | 'not_recognised' | 'withdrawn',
  communityId: string | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recognition')
    .set({ state, communityId, endedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('state', '=', 'asking')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Those whose time is over. */
export async function overdue(db: Reader): Promise<string[]> {
  const { rows: ids } = await sql<{ id: string }>`
    select id from recognition
    where state = 'asking' and started_at < now() - make_interval(days => ${daysToAnswer})
    order by started_at limit 100`.execute(db)
  return ids.map(({ id }) => id)
}

/** What somebody was asked about communities found, for their privacy centre. */
export async function questionsTo(db: Reader, personId: string) {
  return db
    .selectFrom('recognitionQuestion')
    .select(['recognitionId', 'askedAt', 'answer', 'answeredAt', 'namesMe'])
    .where('personId', '=', personId)
    .orderBy('askedAt', 'desc')
    .limit(100)
    .execute()
}

/** Of these, the ones in which somebody was asked. */
export async function askedAmong(db: Reader, personId: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('recognitionQuestion')
    .select('recognitionId')
    .where('personId', '=', personId)
    .where('recognitionId', 'in', ids)
    .execute()
  return rows.map(({ recognitionId }) => recognitionId)
}
