import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'
import { weekOf } from '../../week.ts'

export interface ToldSource {
  name: string
  kind: 'messages' | 'meetings' | 'artefacts'
  channel: string
  purpose: string
  legalGround: string
  announcedAt: Date
  /** Each with an address in this source. */
  people: readonly { id: string; alias: string }[]
  /** Who turned to whom in the week of a moment, by id; or who worked on what. */
  ties: readonly { from: string; to: string; at: Date; times: number; audience: number }[]
  works: readonly { person: string; artefact: string; at: Date; times: number }[]
}

type Told = Omit<ToldSource, 'kind' | 'people' | 'ties' | 'works'> & {
  kind: ToldSource['kind'] | 'mortar'
  channels?: string[]
}

export const saveToldSource = (tx: Writer, source: Told): Promise<{ id: string; retentionDays: number }> =>
  tx
    .insertInto('traceSource')
    .values({ ...source, mode: 'announced' })
    .returning(['id', 'retentionDays'])
    .executeTakeFirstOrThrow()

/** Writes a source with its traces as a story tells them: announced, matched and imported at once. */
export async function tellTraces(tx: Writer, { people, ties, works, ...source }: ToldSource): Promise<void> {
  const { id } = await saveToldSource(tx, source)
  const identities = await tx
    .insertInto('traceIdentity')
    .values(people.map((person) => ({ sourceId: id, alias: person.alias, state: 'matched', personId: person.id })))
    .returning(['number', 'personId'])
    .execute()
  const numberOf = new Map(identities.map(({ number, personId }) => [personId, number]))
  const { number } = await tx
    .insertInto('traceImport')
    .values({ sourceId: id, state: 'done', finishedAt: sql<Date>`now()` })
    .returning('number')
    .executeTakeFirstOrThrow()
  await saveTies(
    tx,
    number,
    ties.map(({ from, to, at, times, audience }) => [
      weekOf(at),
      numberOf.get(from)!,
      numberOf.get(to)!,
      times,
      times / audience,
    ]),
  )
  await saveWorks(
    tx,
    { source: id, number },
    works.map((work) => ({ ...work, number: numberOf.get(work.person)! })),
  )
}

type TieRow = readonly [week: number, from: number, to: number, times: number, weight: number]

const saveTies = (tx: Writer, number: number, rows: readonly TieRow[]) => {
  const column = (at: 0 | 1 | 2 | 3 | 4) => rows.map((row) => row[at])
  return sql`
    insert into tie_week (import_no, week, from_no, to_no, times, weight)
    select ${number}::int, * from unnest(${column(0)}::smallint[], ${column(1)}::int[], ${column(2)}::int[],
      ${column(3)}::int[], ${column(4)}::real[])`.execute(tx)
}

async function saveWorks(
  tx: Writer,
  { source, number }: { source: string; number: number },
  works: readonly (ToldSource['works'][number] & { number: number })[],
): Promise<void> {
  if (works.length === 0) return
  const names = [...new Set(works.map(({ artefact }) => artefact))]
  const artefacts = await tx
    .insertInto('artefact')
    .values(names.map((name) => ({ sourceId: source, name })))
    .returning(['number', 'name'])
    .execute()
  const artefactOf = new Map(artefacts.map((row) => [row.name, row.number]))
  await sql`
    insert into artefact_week (import_no, week, artefact, person_no, times)
    select ${number}::int, * from unnest(${works.map(({ at }) => weekOf(at))}::smallint[],
      ${works.map(({ artefact }) => artefactOf.get(artefact)!)}::int[], ${works.map((work) => work.number)}::int[],
      ${works.map(({ times }) => times)}::int[])`.execute(tx)
}
