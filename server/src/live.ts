import { platformOperations } from '@mortar/contract/platform'
import type { Reader } from '#platform/database.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, endpoints } from '#platform/endpoint.ts'
import { type Live, streamTo } from '#platform/live.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { refuse } from '#platform/refusals.ts'

export type Watchable = Partial<Record<string, (db: Reader, actor: Actor, id: string) => Promise<unknown>>>

const { 'GET /live': live, 'POST /markdown': preview } = platformOperations

/** Pages that one person may have open at once, over all windows, at one process. */
const mostStreams = 100

/** Endpoints that need the whole: live pages ask the room of the subject whether somebody may look. */
export const wholeEndpoints = (
  hub: Live,
  watchable: Watchable,
  actorOf: (request: FastifyRequest) => Promise<Actor | undefined>,
) => {
  const takeStream = counting(mostStreams)
  return endpoints(
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
        takeStream(reply, actor.id)
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
}

/** Counts streams that are open for each person; one more than may be is refused. */
function counting(most: number) {
  const streams = new Map<string, number>()
  return (reply: FastifyReply, person: string) => {
    const open = streams.get(person) ?? 0
    if (open >= most) throw refuse.tooMany('manyStreams')
    streams.set(person, open + 1)
    reply.raw.on('close', () => {
      const left = streams.get(person)! - 1
      if (left > 0) streams.set(person, left)
      else streams.delete(person)
    })
  }
}
