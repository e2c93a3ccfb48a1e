import type { WriteAssessment } from '@mortar/contract/learning-assessments'
import { audit, record } from '#activity/index.ts'
import { communitiesFor } from '#community/index.ts'
import { unitLinks } from '#organization/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { mustLead } from '../access.ts'
import { occupationsByIds, todayHere } from '../queries.ts'
import { refuse } from '../refusals.ts'
import { assessmentFor } from './access.ts'
import { mayDiscard, mayEdit } from './assessment.ts'
import {
  deleteDraft,
  insertDraft,
  lockAssessment,
  openTopics,
  updateDraft,
  updateLastDay,
} from './queries/assessments.ts'

export async function writeAssessment(db: Database, actor: Actor, draft: WriteAssessment): Promise<{ id: string }> {
  mustLead(actor)
  return inTransaction(db, async (tx) => {
    await mustHold(tx, actor, draft)
    const id = await insertDraft(tx, actor.id, draft)
    await tell(tx, actor.id, 'learning.assessment_written', id)
    return { id }
  })
}

export async function changeAssessment(db: Database, actor: Actor, id: string, draft: WriteAssessment): Promise<void> {
  mustLead(actor)
  await inTransaction(db, async (tx) => {
    await lockAssessment(tx, id)
    const found = await assessmentFor(tx, actor, id)
    if (!mayEdit(found, actor)) throw refuse.conflict('assessmentMoved')
    if (found.state === 'open') await moveLastDay(tx, id, draft.closesOn)
    else {
      await mustHold(tx, actor, draft)
      if (!(await updateDraft(tx, id, draft))) throw refuse.conflict('assessmentMoved')
    }
    await tell(tx, actor.id, 'learning.assessment_changed', id)
  })
}

async function moveLastDay(tx: Writer, id: string, day: string | null): Promise<void> {
  if (!day) throw refuse.invalid('assessmentNoDay')
  if (day < (await todayHere(tx))) throw refuse.invalid('assessmentPast')
  if (!(await updateLastDay(tx, id, day))) throw refuse.conflict('assessmentMoved')
}

export async function discardAssessment(db: Database, actor: Actor, id: string): Promise<void> {
  mustLead(actor)
  await inTransaction(db, async (tx) => {
    await lockAssessment(tx, id)
    const found = await assessmentFor(tx, actor, id)
    if (!mayDiscard(found, actor) || !(await deleteDraft(tx, id))) throw refuse.conflict('assessmentMoved')
    await tell(tx, actor.id, 'learning.assessment_discarded', id)
  })
}

/** Only what everybody may know of is asked about, of people who are there. */
async function mustHold(tx: Writer, actor: Actor, draft: WriteAssessment): Promise<void> {
  const topics = draft.questions.map(({ topic }) => topic)
  if (new Set(topics).size !== topics.length) throw refuse.invalid('assessmentTopic')
  if ((await openTopics(tx, topics)).size !== topics.length) throw refuse.invalid('assessmentPrivate')
  if ((await unitLinks(tx, draft.units)).length !== new Set(draft.units).size) throw refuse.invalid('noUnit')
  if ((await occupationsByIds(tx, draft.occupations)).length !== new Set(draft.occupations).size)
    throw refuse.invalid('noOccupation')
  if ((await communitiesFor(tx, actor, draft.communities)).length !== new Set(draft.communities).size)
    throw refuse.invalid('noCommunity')
}

export async function tell(
  tx: Writer,
  by: string | null,
  verb: `learning.assessment_${string}`,
  id: string,
  people: string[] = [],
): Promise<void> {
  await record(tx, { actor: by, verb, subject: { kind: 'needs_assessment', id }, people })
  await audit(tx, verb, { actor: by, subject: id })
}
