import type { Database, Writer } from '#platform/database.ts'
import { saveAudit } from './queries.ts'

/** Keeps an administrative act: who, what, to whom, from where. */
export async function audit(
  db: Database | Writer,
  act: string,
  {
    actor,
    subject,
    address,
    detail = {},
  }: { actor: string | null; subject?: string; address?: string; detail?: Record<string, unknown> },
): Promise<void> {
  await saveAudit(db, {
    actorId: actor,
    act,
    subjectId: subject ?? null,
    address: address ?? null,
    detail: JSON.stringify(detail),
  })
}
