import type { Communities } from './communities.ts'
import type { People } from './people.ts'
import type { Telling } from './telling.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Pulses of a community, which is answered and closed, and of the organization, which stays open. */
export async function pulses({ by }: Telling, { olga, fay, mia }: People, { open }: Communities) {
  await by(mia)('PUT /pulse/choice')
  await by(mia)('DELETE /pulse/choice')
  for (const who of [fay, mia]) await by(who)('PUT /pulse/choice')
  const params = { community: open.id }
  const body = { themes: ['energy' as const], closes: inDays(14) }
  const { id: ended } = await by(fay)('POST /communities/{community}/pulse/waves', { params, body })
  await by(mia)('GET /pulse/waves/{wave}', { params: { wave: ended } })
  await by(mia)('POST /pulse/waves/{wave}/answers', { params: { wave: ended }, body: { answers: { energy: [6, 2] } } })
  await by(fay)('PUT /pulse/waves/{wave}/end', { params: { wave: ended } })
  const { id: wave } = await by(olga)('POST /pulse/waves', { body })
  await by(mia)('POST /pulse/waves/{wave}/answers', { params: { wave }, body: { answers: { energy: [7, 1] } } })
  const rhythm = { weeks: 8, lasts: 14, until: inDays(300) }
  await by(olga)('PUT /pulse/rhythm', { body: rhythm })
  await by(olga)('DELETE /pulse/rhythm')
  await by(fay)('PUT /communities/{community}/pulse/rhythm', { params, body: rhythm })
  await by(fay)('DELETE /communities/{community}/pulse/rhythm', { params })
  await by(mia)('GET /pulse')
  await by(mia)('GET /communities/{community}/pulse', { params })
  return { wave, ended }
}
