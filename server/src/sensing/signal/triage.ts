import { record } from '#activity/index.ts'
import type { Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import type { SignalFor } from './access.ts'
import { type NewTriage, saveTriage } from './queries.ts'

/** Keeps what a community made of a signal, with the trace; whether it may was asked before. */
export async function triageInto(tx: Writer, actor: Actor, { signal }: SignalFor, triage: NewTriage): Promise<void> {
  await saveTriage(tx, signal.id, actor.id, triage)
  await record(tx, {
    actor: actor.id,
    verb: `signal.triaged_${triage.outcome}`,
    subject: { kind: 'signal', id: signal.id },
    communities: signal.communityId ? [signal.communityId] : [],
    detail: { inquiry: triage.inquiryId ?? null, escalation: triage.escalationId ?? null },
  })
}
