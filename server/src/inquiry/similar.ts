import type { SimilarInquiry } from '@mortar/contract/inquiry'
import { readableFor } from '#community/index.ts'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { inquiriesFor } from './access.ts'
import { presentLine } from './present.ts'
import { similarTo } from './queries/similar.ts'

export interface SimilarQuery {
  words: string
  limit: number
  /** The inquiry that others are compared with. */
  except?: string
}

/** Inquiries that may already hold the answer, solved ones first among equals, each with the reason. */
export async function similarInquiries(
  db: Reader,
  actor: Actor,
  { words, limit, except }: SimilarQuery,
): Promise<SimilarInquiry[]> {
  const wanted = tokensOf(words)
  if (wanted.length === 0) return []
  const hits = await similarTo(db, { words, tokens: wanted, readable: await readableFor(db, actor), limit, except })
  const found = await inquiriesFor(
    db,
    actor,
    hits.map(({ id }) => id),
  )
  const person = await peopleFor(
    db,
    found.map(({ inquiry }) => inquiry.askedBy),
  )
  const because = new Map(hits.map((hit) => [hit.id, hit.because]))
  return found.map((one) => ({ ...presentLine(one, person), because: because.get(one.inquiry.id)! }))
}

/** The words that tell one problem from another, cut where inflection begins, so that "falls" finds "falling". */
export function tokensOf(words: string): string[] {
  const plain = words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const long = [...new Set(plain.match(/[\p{L}\p{N}]{4,}/gu))].sort((a, b) => b.length - a.length)
  return long.slice(0, 10).map((word) => word.slice(0, word.length > 6 ? -2 : word.length > 4 ? -1 : undefined))
}
