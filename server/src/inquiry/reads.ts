import { communityFor, isFacilitator, mayReadInside, readableFor } from '#community/index.ts'
import { peopleFor } from '#organization/index.ts'
import { pageFrom, readCursor } from '#platform/cursor.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { contributionFor, inquiriesFor, inquiryFor } from './access.ts'
import { readsContribution } from './contribution.ts'
import { decides, readsWords } from './inquiry.ts'
import { peopleWhoMetThis } from './met.ts'
import { linkToInquiry, presentLines } from './present.ts'
import { recentKinds } from './queries/context.ts'
import { type ListQuery, listInquiries } from './queries/lists.ts'
import { waitingReports } from './queries/order.ts'
import { placesToAsk } from './queries/places.ts'
import { contributionWordings, inquiryWordings } from './queries/wordings.ts'
import { refuse } from './refusals.ts'

export async function list(
  db: Reader,
  actor: Actor,
  { after, ...query }: Omit<ListQuery, 'after'> & { after?: string | undefined },
) {
  if (query.community) await mustReadIn(db, actor, query.community)
  const rows = await listInquiries(db, actor.id, { ...query, after: readCursor(after, 2) })
  const { items, next } = pageFrom(rows, query.limit, (row) => [row.atKey, row.id])
  return { items: presentLines(actor, items), next }
}

async function mustReadIn(db: Reader, actor: Actor, id: string) {
  const { community, who } = await communityFor(db, actor, id)
  if (!mayReadInside(community, who)) throw refuse.forbidden('membersRead')
}

/** People who may be asked by name, first those who helped with inquiries that are `like` its title. */
export async function proposals(db: Reader, actor: Actor, id: string, like: (title: string) => Promise<string[]>) {
  const { inquiry, ...found } = await inquiryFor(db, actor, id)
  if (!decides({ inquiry, ...found })) throw refuse.forbidden('notDeciding')
  const others = (await like(inquiry.title)).filter((other) => other !== id)
  const communities = found.places.map((place) => place.id)
  return {
    items: await peopleWhoMetThis(db, actor, {
      words: inquiry.title,
      like: others,
      communities,
      inquiry: id,
      limit: 8,
    }),
  }
}

/** Every version of a text, for whoever reads its words. */
export async function wordings(db: Reader, actor: Actor, subject: { inquiry: string } | { contribution: string }) {
  const rows =
    'inquiry' in subject
      ? await inquiryFor(db, actor, subject.inquiry).then((found) =>
          readsWords(found) ? inquiryWordings(db, subject.inquiry) : [],
        )
      : await contributionFor(db, actor, subject.contribution).then((found) =>
          readsContribution(found) ? contributionWordings(db, subject.contribution) : [],
        )
  const person = await peopleFor(
    db,
    rows.map(({ byId }) => byId),
  )
  return { items: rows.map(({ byId, at, ...row }) => ({ ...row, by: person(byId), at: at.toISOString() })) }
}

export async function places(
  db: Reader,
  actor: Actor,
  query: { words?: string | undefined; ids?: string | undefined },
) {
  const ids = (query.ids ?? '').split(',').filter((id) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id))
  return { items: await placesToAsk(db, actor.id, { words: query.words?.trim() ?? '', ids }) }
}

export const kinds = async (db: Reader, actor: Actor) => ({
  items: await recentKinds(db, await readableFor(db, actor)),
})

/** What waits for a facilitator of this community. */
export async function reportsFor(db: Reader, actor: Actor, communityId: string) {
  const { who } = await communityFor(db, actor, communityId)
  if (!isFacilitator(who) && !actor.office) throw refuse.forbidden('notKeepingOrder')
  const rows = await waitingReports(db, communityId)
  const found = await inquiriesFor(
    db,
    actor,
    rows.map(({ inquiryId }) => inquiryId),
  )
  const links = new Map(found.map((one) => [one.inquiry.id, linkToInquiry(one)]))
  const person = await peopleFor(
    db,
    rows.map(({ byId }) => byId),
  )
  return {
    items: rows.flatMap(({ id, inquiryId, contributionId, byId, reason, at }) => {
      const inquiry = links.get(inquiryId)
      return inquiry
        ? [{ id, inquiry, contribution: contributionId, by: person(byId), reason, at: at.toISOString() }]
        : []
    }),
  }
}
