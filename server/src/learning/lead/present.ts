import type { UnitLink } from '@mortar/contract/common'
import type { AskedTopic, LearningLeadView } from '@mortar/contract/learning-lead'
import { unitLinks } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { about, enough, safeParts } from '#platform/few.ts'
import { presentLine } from '../assessment/present.ts'
import { assessmentsFor } from '../assessment/queries/assessments.ts'
import { departmentsOf } from '../departments.ts'
import { presentItems } from '../item/present.ts'
import { itemsByIds } from '../item/queries.ts'
import { allUnits, todayHere } from '../queries.ts'
import { topicsByIds } from '../topic/queries/topics.ts'
import { type AskedIn, askedByTopic, expiringItems, itemsByTopic, lawItems } from './queries.ts'

const most = 12

/** What a learning lead looks at first. Figures about people are in fives, and five people stand behind each. */
export async function presentLead(db: Reader, actor: Actor): Promise<LearningLeadView> {
  const today = await todayHere(db)
  const asked = await askedTopics(db, actor, today)
  const running = (await assessmentsFor(db, actor.id, true)).slice(0, most)
  const lines = async (ids: string[]) => {
    const items = new Map((await presentItems(db, actor, await itemsByIds(db, ids))).map((line) => [line.id, line]))
    return ids.flatMap((id) => items.get(id) ?? [])
  }
  return {
    asked: asked.slice(0, most),
    lacking: asked.filter(({ items }) => items === 0).slice(0, most),
    assessments: running.map((one) => presentLine(one, actor)),
    expiring: await lines(await expiringItems(db, today)),
    law: await lines(await lawItems(db)),
  }
}

async function askedTopics(db: Reader, actor: Actor, today: string): Promise<AskedTopic[]> {
  const [rows, items, units] = [await askedByTopic(db), await itemsByTopic(db, today), await allUnits(db)]
  const departmentOf = departmentsOf(units)
  const links = new Map((await unitLinks(db, [...new Set(departmentOf.values())])).map((unit) => [unit.id, unit]))
  const byTopic = Map.groupBy(rows, ({ topicId }) => topicId)
  const topics = await topicsByIds(db, actor.id, [...byTopic.keys()])
  return [...byTopic]
    .flatMap(([id, parts]) => {
      const [topic, people] = [topics.get(id), sum(parts)]
      if (!topic || !enough(people)) return []
      return [
        { topic, people: about(people), units: departments(parts, departmentOf, links), items: items.get(id) ?? 0 },
      ]
    })
    .sort((one, other) => other.people - one.people || one.topic.name.localeCompare(other.topic.name))
}

const sum = (parts: readonly AskedIn[]) => parts.reduce((people, part) => people + part.people, 0)

/** Departments that can be told apart: none of them, and not what is left out of them together, is fewer than five. */
function departments(
  parts: readonly AskedIn[],
  departmentOf: ReadonlyMap<string, string>,
  links: ReadonlyMap<string, UnitLink>,
): AskedTopic['units'] {
  const groups = Map.groupBy(parts, ({ unitId }) => (unitId ? (departmentOf.get(unitId) ?? null) : null))
  return [...safeParts([...groups].map(([id, some]) => [id, sum(some)] as const))]
    .flatMap(([id, people]) => {
      const unit = id && links.get(id)
      return unit ? [{ unit, people: about(people) }] : []
    })
    .sort((one, other) => other.people - one.people || one.unit.name.localeCompare(other.unit.name))
}
