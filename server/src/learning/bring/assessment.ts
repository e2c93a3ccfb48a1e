import type { LearningReport } from '@mortar/contract/learning-imports'
import { record } from '#activity/index.ts'
import { communityFor } from '#community/index.ts'
import { type Database, inTransaction, type Reader, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { enough, mayDiffer } from '#platform/few.ts'
import { mustLead } from '../access.ts'
import { countedNow } from '../assessment/asking.ts'
import {
  answersThere,
  publishResult,
  clearAnswers,
  importedCalled,
  type LevelRow,
  openImported,
  saveLevels,
} from '../assessment/queries/imported.ts'
import { refuse } from '../refusals.ts'
import { assessmentColumns, type AssessmentColumn } from './columns.ts'
import { peopleKnownAs, saveImport, topicsCalled } from './queries.ts'
import type { Told } from './read-catalogue.ts'
import { reportOf } from './report.ts'
import { type Table, tableOf } from './table.ts'
import { readLevel } from './values.ts'

interface Brought {
  title: string
  community: string
  file: { name: string; text: string }
  dryRun: boolean
}

/** Brings in an assessment made elsewhere. Each sees their own lines; the figures are from five people on. */
export async function bringAssessment(
  db: Database,
  actor: Actor,
  { title, community, file, dryRun }: Brought,
): Promise<{ import: string | null; assessment: string | null; report: LearningReport }> {
  mustLead(actor)
  const table = await tableOf(file.text, assessmentColumns)
  if (!(['person', 'topic', 'level'] as const).every((column) => table.columns.includes(column)))
    throw refuse.invalid('fileHeadAssessment', { headers: table.headers.join(', ') })
  return inTransaction(db, async (tx) => {
    const place = (await communityFor(tx, actor, community)).community
    if (place.visibility === 'private') throw refuse.invalid('assessmentPrivate')
    const read = readLevels(table, await knownTo(tx, actor, table, place.id))
    const earlier = await importedCalled(tx, title)
    const before = earlier ? await answersThere(tx, earlier.id) : []
    const counts = countsOf(before, read.levels)
    const report = reportOf(actor, table, counts, read)
    const people = new Set(read.levels.map(({ personId }) => personId)).size
    const nothing = counts.added + counts.changed === 0 && before.length === read.levels.length
    if (dryRun || read.levels.length === 0 || nothing) return { import: null, assessment: null, report }
    if (!enough(people)) throw refuse.invalid('assessmentTooFew')
    const assessment = earlier?.id ?? (await openImported(tx, actor.id, title, place.id))
    await write(tx, assessment, before, read.levels)
    const row = {
      kind: 'assessment' as const,
      fileName: file.name,
      rows: table.rows.length,
      changes: [],
      byId: actor.id,
    }
    const id = await saveImport(tx, { ...row, assessmentId: assessment })
    await record(tx, { actor: actor.id, verb: 'learning.assessment_brought', subject: { kind: 'learning_import', id } })
    return { import: id, assessment, report }
  })
}

/** Figures that were published follow only when none or five people and more come, go or change. */
async function write(tx: Writer, id: string, before: LevelRow[], levels: LevelRow[]): Promise<void> {
  await clearAnswers(tx, id)
  await saveLevels(tx, id, levels)
  const published = before.length > 0 && !mayDiffer(movedPeople(before, levels))
  if (!published) await publishResult(tx, id, await countedNow(tx, id))
}

function movedPeople(before: LevelRow[], after: LevelRow[]): number {
  const told = (rows: LevelRow[]) =>
    new Map(
      [...Map.groupBy(rows, ({ personId }) => personId)].map(([person, own]) => [
        person,
        own
          .map(({ topicId, gap }) => `${topicId} ${gap}`)
          .sort()
          .join(),
      ]),
    )
  const [one, other] = [told(before), told(after)]
  return [...new Set([...one.keys(), ...other.keys()])].filter((person) => one.get(person) !== other.get(person)).length
}

async function knownTo(db: Reader, actor: Actor, { rows }: Table<AssessmentColumn>, community: string) {
  return {
    people: await peopleKnownAs(
      db,
      rows.flatMap(({ cells }) => cells.person ?? []),
    ),
    topics: await topicsCalled(
      db,
      actor.id,
      rows.flatMap(({ cells }) => cells.topic ?? []),
      community,
    ),
  }
}

function readLevels({ rows }: Table<AssessmentColumn>, known: Awaited<ReturnType<typeof knownTo>>) {
  const problems: Told[] = []
  const notes: Told[] = []
  const levels = new Map<string, LevelRow & { row: number }>()
  for (const { row, cells } of rows) {
    const refuseRow = (key: string, written = '—') => problems.push({ row, key, params: { written } })
    const person = known.people.get((cells.person ?? '').toLowerCase())
    const topic = known.topics.get((cells.topic ?? '').toLowerCase())?.[0]
    const gap = readLevel(cells.level)
    if (!person) refuseRow('noPerson', cells.person)
    else if (!topic) refuseRow('noTopic', cells.topic)
    else if (gap === undefined) refuseRow('badLevel', cells.level)
    else {
      const earlier = levels.get(`${person} ${topic}`)
      if (earlier) notes.push({ row, key: 'twiceLevel', params: { first: earlier.row } })
      levels.set(`${person} ${topic}`, { personId: person, topicId: topic, gap, row })
    }
  }
  return {
    problems,
    notes,
    levels: [...levels.values()].map(({ personId, topicId, gap }) => ({ personId, topicId, gap })),
  }
}

function countsOf(before: LevelRow[], after: LevelRow[]) {
  const known = new Map(before.map(({ personId, topicId, gap }) => [`${personId} ${topicId}`, gap]))
  const counts = { added: 0, changed: 0, same: 0 }
  for (const { personId, topicId, gap } of after) {
    const earlier = known.get(`${personId} ${topicId}`)
    counts[earlier === undefined ? 'added' : earlier === gap ? 'same' : 'changed']++
  }
  return counts
}
