import type { WriteLearningItem } from '@mortar/contract/learning-items'
import { audit, record } from '#activity/index.ts'
import { unitLinks } from '#organization/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { practicesFor } from '#practice/index.ts'
import { mustLead, mustWorkHere } from '../access.ts'
import { occupationsByIds, worksHere } from '../queries.ts'
import { refuse } from '../refusals.ts'
import { topicsByIds } from '../topic/queries/topics.ts'
import { itemFor } from './access.ts'
import { type LearningItem, mayAgree, mayEdit, mayWithdraw } from './item.ts'
import {
  type ItemWords,
  type Law,
  placeUnder,
  rewriteItem,
  saveItem,
  setAgreed,
  setLaw,
  setRetired,
  topicsOfItems,
} from './queries.ts'

export async function addItem(db: Database, actor: Actor, input: WriteLearningItem): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    await mustWorkHere(tx, actor)
    await mustHold(tx, actor, input)
    const agreedAt = input.person === actor.id ? new Date() : null
    const item = await saveItem(tx, { ...wordsOf(input), addedBy: actor.id, agreedAt })
    await placeUnder(tx, item.id, input.topics)
    await tell(tx, actor, 'learning.item_added', item.id)
    return item
  })
}

export async function changeItem(db: Database, actor: Actor, id: string, input: WriteLearningItem): Promise<void> {
  await inTransaction(db, async (tx) => {
    const item = await editable(tx, actor, id)
    await mustHold(tx, actor, input)
    const stays = input.person !== null && input.person === item.personId
    const agreedAt = stays ? item.agreedAt : input.person === actor.id ? new Date() : null
    await rewriteItem(tx, id, { ...wordsOf(input), agreedAt })
    await placeUnder(tx, id, [...input.topics, ...(await unseenTopics(tx, actor, id))])
    await tell(tx, actor, 'learning.item_changed', id)
  })
}

/** Topics that whoever edits may not see stay where they are. */
async function unseenTopics(tx: Writer, actor: Actor, id: string): Promise<string[]> {
  const all = (await topicsOfItems(tx, [id])).map(({ topicId }) => topicId)
  const seen = await topicsByIds(tx, actor.id, all)
  return all.filter((topic) => !seen.has(topic))
}

export async function retireItem(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await editable(tx, actor, id)
    if (!(await setRetired(tx, id, actor.id))) throw refuse.conflict('itemRetired')
    await tell(tx, actor, 'learning.item_retired', id)
  })
}

export async function offerAgain(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await editable(tx, actor, id)
    if (!(await setRetired(tx, id, null))) throw refuse.conflict('itemNotRetired')
    await tell(tx, actor, 'learning.item_offered', id)
  })
}

/** Marks what the law asks, or takes that back: the only thing here that is compulsory. */
export async function markLaw(db: Database, actor: Actor, id: string, law: Omit<Law, 'by'> | null): Promise<void> {
  await inTransaction(db, async (tx) => {
    mustLead(actor)
    const item = await itemFor(tx, actor, id)
    if (law && item.retiredAt) throw refuse.conflict('itemRetired')
    if (law) await mustBeThere(tx, law)
    await setLaw(tx, id, law && { ...law, by: actor.id })
    const verb = law ? 'learning.law_marked' : 'learning.law_unmarked'
    await tell(tx, actor, verb, id)
    await audit(tx, verb, { actor: actor.id, subject: id })
  })
}

async function mustBeThere(tx: Writer, { units, occupations }: Omit<Law, 'by'>): Promise<void> {
  if ((await unitLinks(tx, units)).length !== new Set(units).size) throw refuse.invalid('noUnit')
  if ((await occupationsByIds(tx, occupations)).length !== new Set(occupations).size)
    throw refuse.invalid('noOccupation')
}

/** Says yes or no to being shadowed: that is for nobody else to say. */
export async function agreeToShadowing(db: Database, actor: Actor, id: string, agreed: boolean): Promise<void> {
  await inTransaction(db, async (tx) => {
    const item = await itemFor(tx, actor, id)
    if (item.personId !== actor.id) throw refuse.forbidden('notShadowed')
    if (agreed ? !mayAgree(item, actor) : !mayWithdraw(item, actor) && !mayAgree(item, actor)) return
    if (agreed) await setAgreed(tx, id, true)
    else {
      await setAgreed(tx, id, false)
      await setRetired(tx, id, actor.id)
    }
  })
}

async function editable(tx: Writer, actor: Actor, id: string): Promise<LearningItem> {
  const item = await itemFor(tx, actor, id)
  if (!mayEdit(item, actor)) throw refuse.forbidden('notYourItem')
  return item
}

async function mustHold(tx: Writer, actor: Actor, { topics, practice, person }: WriteLearningItem): Promise<void> {
  if ((await topicsByIds(tx, actor.id, topics)).size !== new Set(topics).size) throw refuse.invalid('noTopic')
  if (practice && (await practicesFor(tx, actor, [practice])).length === 0) throw refuse.invalid('noPractice')
  if (person && !(await worksHere(tx, person))) throw refuse.invalid('noPerson')
}

const wordsOf = ({
  kind,
  title,
  words,
  minutes,
  address,
  practice,
  person,
  expiresOn,
}: WriteLearningItem): ItemWords => ({
  kind,
  title,
  words,
  minutes,
  address,
  practiceId: practice,
  personId: person,
  expiresOn,
})

const tell = (tx: Writer, actor: Actor, verb: `learning.${string}`, item: string) =>
  record(tx, { actor: actor.id, verb, subject: { kind: 'learning_item', id: item } })
