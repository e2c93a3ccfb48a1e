import { pause } from '#platform/process.ts'
import type { People } from './people.ts'
import type { Telling } from './telling.ts'

const rules = { from: '2027-01', months: 2, minutesPerMonth: 60, minutesForANeed: 100, itemsPerTopic: 1, cut: 9 }

/** A plan proposed, looked at, edited, stopped and put away. */
export async function plans({ by, server, done }: Telling, { fay, olga }: People) {
  await by(fay)('GET /learning/overlap')
  await by(fay)('GET /learning/plans/ground')
  const { id } = await by(fay)('POST /learning/plans', { body: { name: 'Looms in spring', rules } })
  const plan = { params: { plan: id } }
  const state = async () => (await by(fay)('GET /learning/plans/{plan}', plan)).version.state
  const reckoned = async () => {
    for (let tries = 0; tries < 300; tries++) {
      if ((await state()) === 'done') return
      await pause(100)
    }
    throw new Error('A plan in the story was not proposed.')
  }
  await reckoned()
  await by(olga)('POST /learning/plans/{plan}/figures', { ...plan, body: { rules, sends: [] } })
  await by(olga)('POST /learning/plans/{plan}/versions', { ...plan, body: { rules, sends: [], after: 1 } })
  const { items } = await by(fay)('GET /learning/items', { query: { limit: 100 } })
  const item = items.find(({ topics, offered }) => topics.length > 0 && offered)!.id
  await by(fay)('GET /learning/plans/{plan}/places', { ...plan, query: { item } })
  await by(olga)('PUT /learning/plans/{plan}/use', { ...plan, body: { version: 1 } })
  await by(olga)('DELETE /learning/plans/{plan}/use', plan)
  for (const file of ['plan.md', 'plan.csv'] as const) {
    const { statusCode } = await server.app.inject({
      url: `/api/learning/plans/${id}/versions/1/${file}`,
      headers: { authorization: `Bearer ${fay.token}` },
    })
    if (statusCode === 200) done.add(`GET /learning/plans/{plan}/versions/{version}/${file}`)
  }
  const { number } = await by(fay)('POST /learning/plans/{plan}/proposals', { ...plan, body: { rules } })
  await by(fay)('DELETE /learning/plans/{plan}/proposals/{version}', { params: { plan: id, version: number } })
  await by(fay)('PATCH /learning/plans/{plan}', { ...plan, body: { name: 'Looms in May' } })
  await by(fay)('GET /learning/plans')
  return { plan: id }
}
