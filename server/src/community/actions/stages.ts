import type { Form, Stage } from '@mortar/contract/community'
import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { changeCommunity } from '../queries/communities.ts'
import { saveFormChange, saveStageMove } from '../queries/stages.ts'
import { refuse } from '../refusals.ts'
import { facilitated } from './facilitated.ts'

/** What facilitators decide of the stage, and what the evidence proposed just then. */
export interface Decision {
  stage: Stage
  reason: string
  proposal: { to: Stage; signs: string[] } | null
}

/** A stage is proposed by evidence and decided by people, with the reason. That it stays is a decision where a move is proposed. */
export async function decideStage(db: Database, actor: Actor, id: string, decision: Decision): Promise<void> {
  const { stage, reason, proposal } = decision
  await inTransaction(db, async (tx) => {
    const { community } = await facilitated(tx, actor, id)
    const from = community.stage
    if (from === stage && !proposal) throw refuse.conflict('stageStands')
    await changeCommunity(tx, id, { stage })
    await saveStageMove(tx, {
      communityId: id,
      fromStage: from,
      toStage: stage,
      proposed: proposal?.to ?? null,
      signs: proposal?.signs ?? [],
      reason,
      byId: actor.id,
    })
    await record(tx, {
      actor: actor.id,
      verb: from === stage ? 'community.stage_kept' : 'community.stage_set',
      subject: { kind: 'community', id },
      communities: [id],
      detail: { from, to: stage },
    })
  })
}

export async function changeForm(db: Database, actor: Actor, id: string, form: Form, reason: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { community } = await facilitated(tx, actor, id)
    if (community.form === form) throw refuse.conflict('formStands')
    await changeCommunity(tx, id, { form })
    await saveFormChange(tx, { communityId: id, fromForm: community.form, toForm: form, reason, byId: actor.id })
    await record(tx, {
      actor: actor.id,
      verb: 'community.changed',
      subject: { kind: 'community', id },
      communities: [id],
      detail: { what: 'form' },
    })
  })
}
