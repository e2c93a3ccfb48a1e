import type { InquiryBrief, LookForSimilar } from '@mortar/contract/inquiry'
import type { Similar } from '@mortar/contract/search'
import { communitiesFor, mayReadInside } from '#community/index.ts'
import {
  askedBeside,
  besideInquiry,
  type InquiryBriefRow,
  linesFor,
  peopleWhoMetThis,
  presentInquiryBrief,
} from '#inquiry/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor, Ask } from '#platform/endpoint.ts'
import { practicesFor } from '#practice/index.ts'
import { likeOne } from './queries/like.ts'
import { type Hit, similarTo } from './queries/similar.ts'
import { rarestOf } from './queries/words.ts'
import { anyOfThem, lexemes, type Meant, otherWords, telling, wordsOf } from './query.ts'
import { understand } from './understand.ts'

/** So many words of the text are looked for beside those of the title. */
const mostBeside = 4

/** What may already be known while somebody writes: practices, inquiries and people, each with the reason why it is shown. */
export async function similar(
  db: Reader,
  actor: Actor,
  { title, body, communities, limit }: LookForSimilar,
): Promise<Similar> {
  const words = wordsOf(title)
  if (words.length === 0) return { practices: [], inquiries: [], people: [] }
  const { meant } = await understand(db, words, /[\p{L}\p{N}]$/u.test(title))
  const beside = body ? await rarestOf(db, otherWords(body, words), mostBeside) : []
  const hits = await hitsFor(db, actor, meant, limit, beside)
  const [practices, inquiries] = await Promise.all([
    similarPractices(db, actor, hits),
    similarInquiries(db, actor, hits, meant),
  ])
  const people = await peopleWhoMetThis(db, actor, {
    words: title,
    like: inquiries.map(({ id }) => id),
    communities: communities.length > 0 ? await readAmong(db, actor, communities) : placesIn(inquiries),
    limit,
  })
  return { practices, inquiries, people }
}

const mostLike = 20

const relatedRead = besideInquiry<InquiryBriefRow[]>(likeOne)

/** Inquiries like one that somebody reads. */
export async function related(ask: Ask, id: string): Promise<{ items: InquiryBrief[] }> {
  const like = await askedBeside(ask, id, relatedRead)
  return { items: (like ?? []).map(presentInquiryBrief) }
}

/** Inquiries like a title, of those that somebody may read: who helped there may help here. */
export async function likeTitle(db: Reader, actor: Actor, title: string): Promise<string[]> {
  const words = wordsOf(title)
  if (words.length === 0) return []
  const { meant } = await understand(db, words, false)
  const hits = await hitsFor(db, actor, meant, mostLike)
  return hits.flatMap(({ kind, id }) => (kind === 'inquiry' ? id : []))
}

async function hitsFor(db: Reader, actor: Actor, meant: Meant[], limit: number, beside: Meant[] = []): Promise<Hit[]> {
  // What nobody ever wrote in a title can be shared with none; among the rest the rarest tell most.
  const known = telling(meant).filter((word) => word.known || word.alike.length + word.completed.length > 0)
  const rarest = [...known.sort((a, b) => a.seen - b.seen).slice(0, 8), ...beside]
  if (rarest.length === 0) return []
  return similarTo(db, {
    personId: actor.id,
    each: rarest.map(lexemes),
    near: anyOfThem(among(rarest, beside, 6)),
    far: anyOfThem(among(rarest, beside, 4)),
    limit,
  })
}

/** So many words, and of those from the text one or two. */
const among = (words: Meant[], beside: Meant[], most: number) =>
  words.length <= most
    ? words
    : [...words.slice(0, most - 2).filter((word) => !beside.includes(word)), ...beside.slice(0, 2)]

async function similarPractices(db: Reader, actor: Actor, hits: Hit[]): Promise<Similar['practices']> {
  const found = hits.filter(({ kind }) => kind === 'practice')
  const lines = await practicesFor(
    db,
    actor,
    found.map(({ id }) => id),
  )
  const inTitle = new Map(found.map((hit) => [hit.id, hit.inTitle]))
  return lines
    .filter(({ state }) => state === 'current')
    .map((line) => ({ ...line, why: inTitle.get(line.id) ? ('title' as const) : ('words' as const) }))
}

async function similarInquiries(db: Reader, actor: Actor, hits: Hit[], meant: Meant[]): Promise<Similar['inquiries']> {
  const lines = await linesFor(
    db,
    actor,
    hits.filter(({ kind }) => kind === 'inquiry').map(({ id }) => id),
  )
  const because = meant.some(({ alike }) => alike.length > 0) ? 'alike' : 'same_words'
  return lines.map((line) => ({ ...line, because }))
}

async function readAmong(db: Reader, actor: Actor, ids: string[]): Promise<string[]> {
  const found = await communitiesFor(db, actor, ids)
  return found.filter(({ community, who }) => mayReadInside(community, who)).map(({ community }) => community.id)
}

const placesIn = (lines: { communities: { id: string }[] }[]) => [
  ...new Set(lines.flatMap(({ communities }) => communities.map(({ id }) => id))),
]
