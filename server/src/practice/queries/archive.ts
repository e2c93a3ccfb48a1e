import type { PracticeText } from '@mortar/contract/practice'
import { type Insertable, sql } from 'kysely'
import type { Writer } from '#platform/database.ts'
import { insertRows, type Rows } from '#platform/rows.ts'
import type { DB } from '#schema.ts'
import { rendered } from '../text.ts'
import { wordsConfig } from './reading.ts'

const tables = [
  'practice',
  'practiceRevision',
  'practiceMove',
  'practiceTopic',
  'practiceSource',
  'changeProposal',
  'run',
  'runStep',
  'application',
  'validation',
  'verificationAct',
  'adoption',
  'unitProposal',
] as const

type Told = Rows<Exclude<(typeof tables)[number], 'practiceRevision'>>
/** A revision is rendered here, as one that is written on a page. */
export type ToldRevision = Omit<Insertable<DB['practiceRevision']>, 'html' | keyof PracticeText> & PracticeText
export type PracticeRows = Told & { practiceRevision?: ToldRevision[] }

/** Writes practices with their revisions, evidence and decisions, as another place tells them, at their own times. */
export async function importPracticeRows(tx: Writer, { practiceRevision = [], ...rows }: PracticeRows): Promise<void> {
  const revisions = practiceRevision.map((row) => ({ ...row, html: { ...rendered(row) } }))
  await insertRows(tx, tables, { ...rows, practiceRevision: revisions })
  await indexWords(
    tx,
    (rows.practice ?? []).flatMap(({ id }) => id ?? []),
  )
}

/** The words by which these are found, from the revisions that hold. */
export const indexWords = (tx: Writer, ids: string[]) =>
  sql`
    update practice set words = setweight(to_tsvector(${wordsConfig}, text.title), 'A')
      || setweight(to_tsvector(${wordsConfig}, text.problem), 'B')
      || setweight(to_tsvector(${wordsConfig}, left(concat_ws(E'\n', text.works_when, text.how, (
           select string_agg(step ->> 'what', E'\n') from jsonb_array_elements(text.steps) step)), 200000)), 'C')
    from practice_revision text
    where practice.id = any(${ids}::uuid[]) and text.practice_id = practice.id and text.revision = practice.revision`.execute(
    tx,
  )
