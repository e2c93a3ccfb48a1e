import {
  type ErasureLine,
  type ErasureOutlook,
  type ErasureView,
  erasedParts,
  keptParts,
  wordParts,
} from '@mortar/contract/erasure'
import { erasedWordsOf, peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import { daysOfWaiting, type Erasure, isUnderWay, mayTakeBackOwn } from './erasure.ts'
import { erasuresKept, lastErasureOf, lastOfOffice } from './queries/erasures.ts'
import { outlookOf } from './queries/outlook.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

const viewOf = (erasure: Erasure): ErasureView => ({
  id: erasure.id,
  state: erasure.state,
  askedAt: iso(erasure.askedAt),
  decidedAt: iso(erasure.decidedAt),
  dueAt: iso(erasure.dueAt),
  endedAt: iso(erasure.endedAt),
})

const counted = <Part extends string>(parts: readonly Part[], counts: Record<string, number>) =>
  parts.flatMap((part) => (counts[part] ? [{ part, count: Number(counts[part]) }] : []))

/** What erasing somebody would do now: for themselves, or for the knowledge office. */
export async function presentOutlook(db: Reader, person: string, asks: 'self' | 'office'): Promise<ErasureOutlook> {
  const [counts, last, words, erasure] = [
    await outlookOf(db, person),
    await lastOfOffice(db, person),
    await erasedWordsOf(db),
    await lastErasureOf(db, person),
  ]
  const underWay = isUnderWay(erasure)
  return {
    words,
    goes: counted(erasedParts, counts.goes),
    wordsOf: counted(wordParts, counts.wordsOf),
    stays: counted(keptParts, counts.stays),
    days: daysOfWaiting,
    erasure: underWay ? viewOf(erasure) : null,
    lastOfOffice: last,
    may: {
      ask: asks === 'self' && !underWay,
      decide: asks === 'office' && !last,
      takeBack: asks === 'self' ? mayTakeBackOwn(erasure) : underWay,
    },
  }
}

const most = 200

export async function presentErasures(
  db: Reader,
): Promise<{ words: 'stay' | 'go'; days: number; items: ErasureLine[] }> {
  const [rows, words] = [await erasuresKept(db, most), await erasedWordsOf(db)]
  const person = await peopleFor(
    db,
    rows.flatMap(({ personId, decidedBy }) => [personId, decidedBy]),
  )
  return {
    words,
    days: daysOfWaiting,
    items: rows.map((row) => ({
      ...viewOf(row),
      person: person(row.personId)!,
      decidedBy: person(row.decidedBy),
      words: row.words,
      held: row.held,
    })),
  }
}
