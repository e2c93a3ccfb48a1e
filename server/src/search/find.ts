import type { Found, Piece } from '@mortar/contract/search'
import { communitiesFor, linkTo, readableFor } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import {
  dictionaryOf,
  find,
  type FoundRow,
  knownWords,
  likenesses,
  markEnd,
  markStart,
  placesOf,
} from './queries/find.ts'
import { forgiven, type Meant, tsquery, wordsOf } from './query.ts'

export interface Asked {
  words: string
  kind?: string | undefined
  community?: string | undefined
  limit: number
}

/** What somebody finds: only what they may read, excerpts too. */
export async function search(db: Reader, actor: Actor, asked: Asked) {
  const words = wordsOf(asked.words)
  if (words.length === 0) return { items: [], more: false }

  const [meant, language, inside, places] = await Promise.all([
    meantBy(db, words, /[\p{L}\p{N}]$/u.test(asked.words)),
    dictionaryOf(db),
    readableFor(db, actor),
    placesOf(db, actor.id),
  ])
  const rows = await find(db, { ...asked, ...places, language, inside, query: tsquery(meant) })
  const items = rows.slice(0, asked.limit)
  const alike = meant.some((word) => word.alike.length > 0)
  return { items: await present(db, actor, items, alike), more: rows.length > asked.limit }
}

/** Each word as it is; where nothing begins with it, also the known words that are most like it. */
async function meantBy(db: Reader, words: string[], unfinished: boolean): Promise<Meant[]> {
  const known = await knownWords(db, words)
  return Promise.all(
    words.map(async (word, place) => ({
      word,
      unfinished: unfinished && place === words.length - 1,
      alike: known.has(word) || forgiven(word) === 0 ? [] : await likenesses(db, word),
    })),
  )
}

async function present(db: Reader, actor: Actor, rows: FoundRow[], alike: boolean): Promise<Found[]> {
  const communities = await communitiesFor(db, actor, [...new Set(rows.flatMap(({ communityIds }) => communityIds))])
  const links = new Map(communities.map(({ community }) => [community.id, linkTo(community)]))
  return rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    page: row.pageId,
    title: piecesOf(row.title),
    excerpt: piecesOf(row.excerpt),
    state: row.state,
    communities: row.communityIds.flatMap((id) => links.get(id) ?? []),
    at: row.at.toISOString(),
    why: whyOf(row, alike),
  }))
}

function whyOf({ kind, inTitle, merit, title }: FoundRow, alike: boolean): Found['why'] {
  const match = alike && !title.includes(markStart) ? 'alike' : inTitle ? 'title' : 'text'
  if (kind === 'practice') return [match, ...(merit >= 0.5 ? ['validated' as const] : [])]
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
