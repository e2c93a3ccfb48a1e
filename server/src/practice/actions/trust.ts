import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { practiceFor } from '../access.ts'
import { judge } from '../evidence.ts'
import { isSteward } from '../practice.ts'
import { evidenceAt, saveValidation, saveVerification } from '../queries/evidence.ts'
import { refuse } from '../refusals.ts'

interface Decision {
  holds: boolean
  reasons: string
}

/** Evidence proposes; a steward decides, with reasons. What lay before them is kept as it was. */
export async function validatePractice(db: Database, actor: Actor, id: string, { holds, reasons }: Decision) {
  await inTransaction(db, async (tx) => {
    const { practice, who } = await practiceFor(tx, actor, id)
    if (!isSteward(practice, who)) throw refuse.forbidden('stewardOnly')
    if (practice.state !== 'current') throw refuse.conflict('notCurrent')
    const { rule } = practice.community
    const { list, ...tally } = await evidenceAt(tx, id)
    const evidence = { rule, state: judge(tally, rule), applications: list }
    await saveValidation(tx, { practiceId: id, revision: practice.revision, holds, reasons, byId: actor.id, evidence })
    await record(tx, {
      actor: actor.id,
      verb: holds ? 'practice.validated' : 'practice.not_validated',
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
    })
  })
}

/** A dated act: somebody looked and says that it is still right. An edit is not that. */
export async function verifyPractice(
  db: Database,
  actor: Actor,
  id: string,
  { days, note }: { days?: number | undefined; note: string },
) {
  await inTransaction(db, async (tx) => {
    const { practice, who } = await practiceFor(tx, actor, id)
    if (!isSteward(practice, who)) throw refuse.forbidden('stewardOnly')
    if (practice.state !== 'current') throw refuse.conflict('notCurrent')
    const interval = days ?? practice.verifyDays
    await saveVerification(tx, { practiceId: id, revision: practice.revision, days: interval, note, byId: actor.id })
    await record(tx, {
      actor: actor.id,
      verb: 'practice.verified',
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
      detail: { days: interval },
    })
  })
}
