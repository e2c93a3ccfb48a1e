import type { LearningItemLine, LearningItemView } from '@mortar/contract/learning-items'
import { peopleFor, unitLinks } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { practicesFor } from '#practice/index.ts'
import { occupationsByIds, todayHere } from '../queries.ts'
import { topicsByIds } from '../topic/queries/topics.ts'
import { isOffered, type LearningItem, mayAgree, mayEdit, mayWithdraw } from './item.ts'
import { marksOn, topicsOfItems } from './queries.ts'

const unmarked = { did: false, used: false, declined: false }

/** Items as lines, in the order asked for; those whose practice the reader may not read are left out. */
export async function presentItems(db: Reader, actor: Actor, items: LearningItem[]): Promise<LearningItemLine[]> {
  const ids = items.map(({ id }) => id)
  const [today, tagged, marks, person] = [
    await todayHere(db),
    await topicsOfItems(db, ids),
    await marksOn(db, actor.id, ids),
    await peopleFor(
      db,
      items.map(({ personId }) => personId),
    ),
  ]
  const topics = await topicsByIds(db, actor.id, [...new Set(tagged.map(({ topicId }) => topicId))])
  const practices = new Map(
    (
      await practicesFor(
        db,
        actor,
        items.flatMap(({ practiceId }) => practiceId ?? []),
      )
    ).map(({ id, title }) => [id, { id, title }]),
  )
  const lawOf = await lawsOf(db, items)
  const under = Map.groupBy(tagged, ({ itemId }) => itemId)
  return items
    .filter(({ practiceId }) => practiceId === null || practices.has(practiceId))
    .map((item) => ({
      id: item.id,
      kind: item.kind,
      title: item.title,
      minutes: item.minutes,
      topics: (under.get(item.id) ?? []).flatMap(({ topicId }) => topics.get(topicId) ?? []),
      address: item.address,
      practice: item.practiceId ? practices.get(item.practiceId)! : null,
      person: person(item.personId),
      expiresOn: item.expiresOn,
      offered: isOffered(item, today),
      law: lawOf(item),
      mine: marked(marks.get(item.id)),
    }))
}

const marked = (mark: LearningItemLine['mine'] | undefined) =>
  mark ? { did: mark.did, used: mark.used, declined: mark.declined } : unmarked

async function lawsOf(db: Reader, items: LearningItem[]): Promise<(item: LearningItem) => LearningItemLine['law']> {
  const asked = items.filter(({ lawReason }) => lawReason !== null)
  const units = new Map(
    (
      await unitLinks(
        db,
        asked.flatMap(({ lawUnits }) => lawUnits),
      )
    ).map((unit) => [unit.id, unit]),
  )
  const occupations = new Map(
    (
      await occupationsByIds(
        db,
        asked.flatMap(({ lawOccupations }) => lawOccupations),
      )
    ).map((one) => [one.id, one]),
  )
  return ({ lawReason, lawUnits, lawOccupations }) =>
    lawReason === null
      ? null
      : {
          reason: lawReason,
          units: lawUnits.flatMap((id) => units.get(id) ?? []),
          occupations: lawOccupations.flatMap((id) => occupations.get(id) ?? []),
        }
}

export async function presentItem(db: Reader, actor: Actor, item: LearningItem): Promise<LearningItemView> {
  const [[line], person] = [await presentItems(db, actor, [item]), await peopleFor(db, [item.addedBy])]
  return {
    ...line!,
    words: { markdown: item.words, html: item.words && renderMarkdown(item.words) },
    addedBy: person(item.addedBy),
    changedAt: item.changedAt.toISOString(),
    retiredAt: item.retiredAt?.toISOString() ?? null,
    externalId: item.externalId,
    may: {
      edit: mayEdit(item, actor),
      law: actor.office,
      agree: mayAgree(item, actor),
      withdraw: mayWithdraw(item, actor),
    },
  }
}
