import type { LookForSimilar } from '@mortar/contract/inquiry'
import type { Similar } from '@mortar/contract/search'
import { communitiesFor, mayReadInside } from '#community/index.ts'
import { inquiryAsked, linesFor, peopleWhoMetThis, readsWords } from '#inquiry/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor, Ask } from '#platform/endpoint.ts'
import { practicesFor } from '#practice/index.ts'
import { type Hit, inquiriesLike, similarTo } from './queries/similar.ts'
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
  const hits = await hitsFor(db, actor, meant, limit, similarTo, beside)
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

const mostRelated = 5

/** Inquiries like one that somebody reads. */
export async function related(db: Reader, ask: Ask, id: string): Promise<{ items: Similar['inquiries'] }> {
  const { actor, found } = await inquiryAsked(ask, id)
  const words = readsWords(found) ? wordsOf(found.inquiry.title) : []
  if (words.length === 0) return { items: [] }
  const { meant } = await understand(db, words, false)
  // One more than is shown, since an inquiry is most like itself.
  const hits = await hitsFor(db, actor, meant, mostRelated + 1, inquiriesLike)
  const others = hits.filter((hit) => hit.id !== id)
  return { items: (await similarInquiries(db, actor, others, meant)).slice(0, mostRelated) }
}

async function hitsFor(
  db: Reader,
  actor: Actor,
  meant: Meant[],
  limit: number,
  look: typeof similarTo,
  beside: Meant[] = [],
): Promise<Hit[]> {
  // What nobody ever wrote in a title can be shared with none; among the rest the rarest tell most.
  const known = telling(meant).filter((word) => word.known || word.alike.length + word.completed.length > 0)
  const rarest = [...known.sort((a, b) => a.seen - b.seen).slice(0, 8), ...beside]
  if (rarest.length === 0) return []
  return look(db, {
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
