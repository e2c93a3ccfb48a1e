import { attentionOperations, type Followed } from '@mortar/contract/attention'
import { communitiesFor, communityFor, linkTo } from '#community/index.ts'
import { inquiryFor } from '#inquiry/index.ts'
import { peopleFor } from '#organization/index.ts'
import { idOfRow, pageFrom, readCursor } from '#platform/cursor.ts'
import { inTransaction, type Reader } from '#platform/database.ts'
import { type Actor, endpoints } from '#platform/endpoint.ts'
import { practiceFor } from '#practice/index.ts'
import { pagesFor } from './pages.ts'
import { countUnread, followingOf, levelOf, linesOf, markLine, markReadUpTo, saveLevel } from './queries.ts'
import { refuse } from './refusals.ts'

/** Only what one may read can be followed. */
const loaders: Record<Followed, (db: Reader, actor: Actor, id: string) => Promise<unknown>> = {
  inquiry: inquiryFor,
  practice: practiceFor,
  community: communityFor,
}

export const attentionEndpoints = endpoints(attentionOperations, {
  async 'GET /inbox'({ db, actor, query }) {
    const before = readCursor(query.after, 1, idOfRow.number)?.map(Number)[0]
    const rows = await linesOf(db, actor.id, { before, unread: query.unread ?? false, limit: query.limit })
    const { items, next } = pageFrom(rows, query.limit, ({ id }) => [id])
    const [page, person, communities] = await Promise.all([
      pagesFor(db, actor, items),
      peopleFor(
        db,
        items.map(({ actorId }) => actorId),
      ),
      communitiesFor(db, actor, [...new Set(items.flatMap(({ communityId }) => communityId ?? []))]),
    ])
    const links = new Map(communities.map(({ community }) => [community.id, linkTo(community)]))
    return {
      items: items.flatMap((row) => {
        const link = page(row)
        // What may no longer be read is no longer told of.
        if (!link) return []
        const { id, at, why, verb, communityId, actorId, readAt } = row
        const community = communityId ? (links.get(communityId) ?? null) : null
        // A practice that a private community put before a unit is shown to its people without those who stand behind it.
        const unnamed = row.subjectKind === 'practice' && communityId !== null && !community
        return {
          id,
          at: at.toISOString(),
          why,
          verb,
          page: link,
          community,
          actor: unnamed ? null : person(actorId),
          read: readAt !== null,
        }
      }),
      next,
    }
  },

  'GET /inbox/count': async ({ db, actor }) => ({ unread: await countUnread(db, actor.id) }),

  async 'PUT /inbox/read'({ db, actor, body }) {
    await inTransaction(db, (tx) => markReadUpTo(tx, actor.id, body.upTo))
  },

  'PUT /inbox/{line}/read': ({ db, actor, params }) => inTransaction(db, (tx) => mark(tx, actor, params.line, true)),

  'DELETE /inbox/{line}/read': ({ db, actor, params }) =>
    inTransaction(db, (tx) => mark(tx, actor, params.line, false)),

  async 'GET /following'({ db, actor }) {
    const rows = await followingOf(db, actor.id)
    const page = await pagesFor(db, actor, rows)
    return {
      items: rows.flatMap((row) => {
        const link = page(row)
        return link ? { page: link, level: row.level } : []
      }),
    }
  },

  async 'GET /following/{kind}/{id}'({ db, actor, params }) {
    await loaders[params.kind](db, actor, params.id)
    const row = await levelOf(db, actor.id, params.kind, params.id)
    return { level: row?.level ?? 'mentions' }
  },

  async 'PUT /following/{kind}/{id}'({ db, actor, params, body }) {
    await loaders[params.kind](db, actor, params.id)
    await inTransaction(db, (tx) => saveLevel(tx, actor.id, params.kind, params.id, body.level))
  },
})

async function mark(tx: Parameters<typeof markLine>[0], actor: Actor, line: number, read: boolean) {
  if (!(await markLine(tx, actor.id, line, read))) throw refuse.notFound('noLine')
}
