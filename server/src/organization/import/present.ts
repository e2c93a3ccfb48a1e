import type { ImportItem, ImportLine, ImportView } from '@mortar/contract/organization'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { sentence } from '#platform/words.ts'
import { peopleFor } from '../people.ts'
import { unitLinks } from '../queries/units.ts'
import type { PlanLine } from './plan/plan.ts'
import type { Problem } from './plan/problems.ts'
import { hasLater, type ImportRow, rowsOfErased } from './queries/imports.ts'

type Person = Awaited<ReturnType<typeof peopleFor>>

export const presentItem = (row: ImportRow, person: Person): ImportItem => ({
  id: row.id,
  source: row.source,
  state: row.stopped ? (row.appliedAt ? 'applied' : 'failed') : row.state,
  at: row.at.toISOString(),
  by: person(row.byId),
  summary: row.summary && summaryOf(row.summary),
  appliedAt: row.appliedAt?.toISOString() ?? null,
  undoneAt: row.undoneAt?.toISOString() ?? null,
})

function summaryOf(stored: NonNullable<ImportRow['summary']>) {
  const { rows, people, units, problems, asks, dates, unitsFromLine } = stored
  return { rows, people, units, problems, asks, dates, unitsFromLine }
}

export async function presentImport(db: Reader, actor: Actor, row: ImportRow): Promise<ImportView> {
  const { complete = 'no' } = row.options
  const unit = complete === 'no' || complete === 'all' ? undefined : complete
  const person = await peopleFor(db, [row.byId])
  const [completeUnit] = unit ? await unitLinks(db, [unit]) : []
  const { working } = row
  return {
    ...presentItem(row, person),
    files: { people: corrected(row, 'people'), units: corrected(row, 'units') },
    complete: unit ? 'unit' : (complete as 'no' | 'all'),
    completeUnit: completeUnit ?? null,
    progress: working ? row.progress : null,
    erased: { rows: await erasedRows(db, row), bringIn: row.options.bringIn ?? [] },
    failure: failureOf(row, actor.language),
    kept: row.summary?.kept ?? null,
    may: {
      plan: !row.appliedAt && !working,
      apply: row.state === 'planned',
      undo: row.appliedAt !== null && !row.undoneAt && !working && !(await hasLater(db, row.id)),
      discard: !row.appliedAt && !working,
    },
  }
}

/** Rows of people who were erased, be they left out or brought in. */
async function erasedRows(db: Reader, { id, options }: ImportRow): Promise<number[]> {
  return [...new Set([...(await rowsOfErased(db, id)), ...(options.bringIn ?? [])])].toSorted((a, b) => a - b)
}

/** How a file was read, with the columns as they were corrected since. */
function corrected({ reading, options }: ImportRow, part: 'people' | 'units') {
  const read = reading[part]
  return read ? { ...read, columns: options.columns?.[part] ?? read.columns } : null
}

function failureOf({ stopped, failure }: ImportRow, language: string): string | null {
  if (stopped) return sentence(language, 'organization:importStopped')
  return failure && sentence(language, failure.key, failure.params)
}

/** A line of the plan; a problem is worded for whoever reads it. */
export function presentLine(seq: number, body: PlanLine | Problem, language: string): ImportLine {
  if ('rows' in body) {
    const words = sentenceOf(body, language)
    return {
      seq,
      kind: 'problem',
      row: body.rows[0] ?? null,
      name: body.what,
      note: null,
      changes: [],
      sentence: words,
      rows: body.rows.slice(0, 1000),
    }
  }
  return { seq, ...body, sentence: null, rows: [] }
}

const mostRows = 12

export function sentenceOf({ kind, what, rows }: Problem, language: string): string {
  const shown = rows.slice(0, mostRows).join(', ') + (rows.length > mostRows ? ` … (${rows.length})` : '')
  return sentence(language, `organization:problem.${kind}`, { what, rows: shown, count: rows.length })
}
