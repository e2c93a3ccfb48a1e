import type { MetThis } from '@mortar/contract/inquiry'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { inquiriesFor } from './access.ts'
import { linkToInquiry } from './present.ts'
import { peopleWhoMet } from './queries/met.ts'

export interface MetQuery {
  words: string
  /** Inquiries like this one: who helped there has met it. */
  like: string[]
  communities: string[]
  /** The inquiry that people are sought for. */
  inquiry?: string
  limit: number
}

/** People who have met this, can read it and accept being asked. They stand in no order of merit. */
export async function peopleWhoMetThis(db: Reader, actor: Actor, query: MetQuery): Promise<MetThis[]> {
  const { words, inquiry = null, ...rest } = query
  const rows = await peopleWhoMet(db, { ...rest, me: actor.id, inquiry, tokens: tokensOf(words) })
  const [person, inquiries] = await Promise.all([
    peopleFor(
      db,
      rows.map(({ personId }) => personId),
    ),
    inquiriesFor(
      db,
      actor,
      rows.flatMap(({ inquiryId }) => inquiryId ?? []),
    ),
  ])
  const links = new Map(inquiries.map((found) => [found.inquiry.id, linkToInquiry(found)]))
  return rows.flatMap(({ personId, because, inquiryId, askedOften }) => {
    const link = person(personId)
    return link ? [{ person: link, because, inquiry: links.get(inquiryId ?? '') ?? null, askedOften }] : []
  })
}

/** The words that tell one problem from another, cut where inflection begins, so that "falls" finds "falling". */
function tokensOf(words: string): string[] {
  const plain = words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const long = [...new Set(plain.match(/[\p{L}\p{N}]{4,}/gu))].sort((a, b) => b.length - a.length)
  return long.slice(0, 10).map((word) => word.slice(0, word.length > 6 ? -2 : word.length > 4 ? -1 : undefined))
}
