import type { ImperativeView, Service, Serving } from '@mortar/contract/sensing-imperatives'
import { communitiesFor, linkTo } from '#community/index.ts'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { practicesFor } from '#practice/index.ts'
import { holds, type Imperative, mayBeServed, mayEnd, mayMake, mayTakeUpAgain, today } from './imperative.ts'
import { allImperatives, carriedBy, servedBy, type Served, type ServiceRow, servicesOf } from './queries.ts'

/** Aims with what serves them; of that, what the reader may see. */
export async function presentImperatives(db: Reader, actor: Actor, rows: Imperative[]): Promise<ImperativeView[]> {
  const services = await servicesOf(
    db,
    rows.map(({ id }) => id),
  )
  const [serviceOf, person] = await Promise.all([
    seenServices(db, actor, services),
    peopleFor(db, [...rows.map(({ carrierId }) => carrierId), ...services.map(({ byId }) => byId)]),
  ])
  const day = today()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    why: { markdown: row.why, html: renderMarkdown(row.why) },
    from: row.fromDay,
    to: row.toDay,
    holds: holds(row, day),
    carrier: person(row.carrierId),
    ended: row.endedAt && { at: row.endedAt.toISOString(), reason: row.endedReason ?? '' },
    services: services
      .filter(({ imperativeId }) => imperativeId === row.id)
      .flatMap((service) => serviceOf(service, person(service.byId)) ?? []),
    may: { edit: mayMake(actor), end: mayEnd(row, actor), takeUpAgain: mayTakeUpAgain(row, actor) },
  }))
}

async function seenServices(db: Reader, actor: Actor, services: ServiceRow[]) {
  const ids = (of: (row: ServiceRow) => string | null) => [...new Set(services.flatMap((row) => of(row) ?? []))]
  const [communities, practices] = await Promise.all([
    communitiesFor(
      db,
      actor,
      ids(({ communityId }) => communityId),
    ),
    practicesFor(
      db,
      actor,
      ids(({ practiceId }) => practiceId),
    ),
  ])
  const community = new Map(communities.map((found) => [found.community.id, linkTo(found.community)]))
  const practice = new Map(practices.map(({ id, title, community: of }) => [id, { id, title, of }]))
  return ({ communityId, practiceId, how, at }: ServiceRow, by: Service['by']): Service | undefined => {
    const shown = practiceId ? practice.get(practiceId) : undefined
    const of = communityId ? community.get(communityId) : (shown?.of ?? undefined)
    if (communityId ? !of : !shown) return undefined
    return {
      community: of ?? null,
      practice: shown ? { id: shown.id, title: shown.title } : null,
      how,
      by,
      at: at.toISOString(),
    }
  }
}

/** The same from the other side: the aims that one community or practice serves, and those it may still name. */
export async function presentServing(db: Reader, served: Served, may: boolean): Promise<Serving> {
  const [imperatives, rows] = await Promise.all([allImperatives(db), servedBy(db, served)])
  const all = imperatives.filter(({ hiddenAt }) => hiddenAt === null)
  const day = today()
  const how = new Map(rows.map((row) => [row.imperativeId, row.how]))
  const link = ({ id, title }: Imperative) => ({ id, title })
  return {
    serves: all
      .filter(({ id }) => how.has(id))
      .map((row) => ({ ...link(row), how: how.get(row.id)!, holds: holds(row, day) })),
    others: may ? all.filter((row) => !how.has(row.id) && mayBeServed(row, day)).map(link) : [],
    may: { name: may },
  }
}

/** The aims that somebody carries, each with what serves it. */
export const imperativesCarriedBy = async (db: Reader, actor: Actor): Promise<ImperativeView[]> =>
  presentImperatives(db, actor, await carriedBy(db, actor.id))
