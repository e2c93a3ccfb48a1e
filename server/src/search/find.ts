import type { Found, Piece } from '@mortar/contract/search'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { type Filters, find, type FoundRow, markEnd, markStart } from './queries/find.ts'
import { asLikely, asTyped, type Meant, telling, wordsOf } from './query.ts'
import { understand } from './understand.ts'

export interface Asked extends Filters {
  words: string
  excerpts: 'all' | 'people'
  limit: number
}

/** What somebody finds: only what they may read, excerpts too. */
export async function search(db: Reader, actor: Actor, { words: text, ...asked }: Asked) {
  const words = wordsOf(text)
  if (words.length === 0) return { items: [], more: false }

  const { language, meant } = await understand(db, words, /[\p{L}\p{N}]$/u.test(text))
  const look = (some: Meant[]) =>
    find(db, { ...asked, personId: actor.id, language, typed: asTyped(some), likely: asLikely(some) })
  const told = telling(meant)
  const found = await look(told)
  const rows = found.length > 0 || told.length < 2 ? found : await withoutStrange(told, look)
  const alike = meant.some((word) => word.alike.length > 0)
  return { items: rows.slice(0, asked.limit).map((row) => present(row, alike)), more: rows.length > asked.limit }
}

/**
 * A word that stands nowhere for this person hides nothing that the others find. Only what they may read decides: which
 * words there are in what they may not read must not be told by what is found.
 */
async function withoutStrange(told: Meant[], look: (some: Meant[]) => Promise<FoundRow[]>): Promise<FoundRow[]> {
  const alone = await Promise.all(told.map(async (word) => ((await look([word])).length > 0 ? word : undefined)))
  const familiar = alone.filter((word) => word !== undefined)
  return familiar.length === 0 || familiar.length === told.length ? [] : look(familiar)
}

const present = (row: FoundRow, alike: boolean): Found => ({
  kind: row.kind,
  id: row.id,
  page: row.pageId,
  title: piecesOf(row.title),
  excerpt: piecesOf(row.excerpt),
  state: row.state,
  communities: row.communities,
  at: row.at.toISOString(),
  why: whyOf(row, alike),
})

function whyOf({ kind, inTitle, merit, verified, title }: FoundRow, alike: boolean): Found['why'] {
  const match = alike && !title.includes(markStart) ? 'alike' : inTitle ? 'title' : 'text'
  if (kind === 'practice')
    return [match, ...(merit >= 0.5 ? ['validated' as const] : []), ...(verified ? ['verified' as const] : [])]
  return [match, ...(kind === 'contribution' && merit > 0 ? ['helped' as const] : [])]
}

/** A marked text as pieces, so that no page ever puts foreign marks into its HTML. */
export function piecesOf(marked: string): Piece[] {
  return marked
    .split(new RegExp(`(${markStart}[^${markEnd}]*${markEnd})`))
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith(markStart) ? { text: part.slice(1, -1), marked: true } : { text: part, marked: false },
    )
}
