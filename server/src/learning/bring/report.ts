import type { LearningReport } from '@mortar/contract/learning-imports'
import type { Actor } from '#platform/endpoint.ts'
import { sentence } from '#platform/words.ts'
import type { Told } from './read-catalogue.ts'
import type { Table } from './table.ts'

const mostTold = 200

interface Counts {
  added: number
  changed: number
  same: number
}

/** What a file would do or did, as sentences for whoever brought it. */
export const reportOf = <Column extends string>(
  { language }: Actor,
  { headers, columns, rows }: Table<Column>,
  counts: Counts,
  { problems, notes }: { problems: readonly Told[]; notes: readonly Told[] },
): LearningReport => {
  const said = (all: readonly Told[]) =>
    all
      .slice(0, mostTold)
      .map(({ row, key, params }) => ({ row, sentence: sentence(language, `learning:row.${key}`, params) }))
  return {
    rows: rows.length,
    ...counts,
    problems: said(problems),
    notes: said(notes),
    columns: headers.map((header, at) => ({ header, meaning: columns[at] ?? null })),
  }
}
