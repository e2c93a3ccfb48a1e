import { readableFor } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { similarTo } from './queries/similar.ts'

/** Inquiries whose titles share words with this one, of those that somebody may read: who helped there may help here. */
export async function similarInquiries(
  db: Reader,
  actor: Actor,
  { words, limit, except }: { words: string; limit: number; except: string },
): Promise<string[]> {
  const tokens = tokensOf(words)
  return tokens.length === 0
    ? []
    : similarTo(db, { words, tokens, readable: await readableFor(db, actor), limit, except })
}

/** The words that tell one problem from another, cut where inflection begins, so that "falls" finds "falling". */
export function tokensOf(words: string): string[] {
  const plain = words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const long = [...new Set(plain.match(/[\p{L}\p{N}]{4,}/gu))].sort((a, b) => b.length - a.length)
  return long.slice(0, 10).map((word) => word.slice(0, word.length > 6 ? -2 : word.length > 4 ? -1 : undefined))
}
