import type { MetThis } from '@mortar/contract/inquiry'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { inquiriesFor } from './access.ts'
import { linkToInquiry } from './present.ts'
import { peopleWhoMet } from './queries/met.ts'
import { tokensOf } from './similar.ts'

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
  const rows = await peopleWhoMet(db, actor.id, { ...query, tokens: tokensOf(query.words) })
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
