import { platformOperations } from '@mortar/contract/platform'
import type { Reader } from '#platform/database.ts'
import type { FastifyRequest } from 'fastify'
import { type Actor, endpoints } from '#platform/endpoint.ts'
import { type Live, streamTo } from '#platform/live.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { refuse } from '#platform/refusals.ts'

export type Watchable = Partial<Record<string, (db: Reader, actor: Actor, id: string) => Promise<unknown>>>

const { 'GET /live': live, 'POST /markdown': preview } = platformOperations

/** Endpoints that need the whole: live pages ask the room of the subject whether somebody may look. */
export const wholeEndpoints = (
  hub: Live,
  watchable: Watchable,
  actorOf: (request: FastifyRequest) => Promise<Actor | undefined>,
) =>
  endpoints(
    { 'GET /live': live, 'POST /markdown': preview },
    {
      async 'GET /live'({ db, actor, query, request, reply }) {
        const [kind = '', id = ''] = query.subject.split(':')
        const loader = watchable[kind]
        if (!loader) throw refuse.notFound('notFound')
        await loader(db, actor, id)
        // Asked again at every change: a right, a session or a token that ended must not go on telling.
        const look = async () => {
          const now = await actorOf(request)
          if (!now) throw refuse.unauthenticated('unauthenticated')
          await loader(db, now, id)
        }
        streamTo(reply, hub, (send) =>
          hub.watch(query.subject, () => {
            look().then(
              () => send('changed'),
              () => reply.raw.end(),
            )
          }),
        )
      },
      'POST /markdown': ({ body }) => ({ html: renderMarkdown(body.markdown) }),
    },
  )
