import type { FlowSend } from '@mortar/contract/learning-plans'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { regionsOf } from '../flow/regions.ts'
import { refuse } from '../refusals.ts'
import { versionFor } from './access.ts'
import { groundFor, named } from './ground.ts'
import { type StoredSend, storedSends } from './plan.ts'
import { versionsOf } from './queries/plans.ts'

/** Where an item could go by hand: the regions of its topics, as the latest version tells communities apart. */
export async function placesFor(db: Reader, actor: Actor, id: string, item: string): Promise<StoredSend[]> {
  const [latest] = await versionsOf(db, id)
  const { rules } = await versionFor(db, actor, id, latest?.number ?? 1)
  const ground = await groundFor(db, rules)
  const at = ground.items.findIndex((one) => one.id === item)
  const topics = ground.world.items[at]?.topics
  if (!topics) throw refuse.notFound('noItem')
  const sends = regionsOf(ground.world)
    .regions.filter(({ topic }) => topics.includes(topic))
    .map(({ topic, community }): FlowSend => named(ground, { item: at, topic, community, month: 0 }))
  return storedSends(ground, sends)
}
