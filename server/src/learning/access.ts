import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { worksHere } from './queries.ts'
import { refuse } from './refusals.ts'

/** Whoever takes part in learning works here. */
export async function mustWorkHere(db: Reader, actor: Actor): Promise<void> {
  if (!(await worksHere(db, actor.id))) throw refuse.forbidden('staffOnly')
}

/** The learning lead is the knowledge office. */
export function mustLead(actor: Actor): void {
  if (!actor.office) throw refuse.forbidden('officeOnly')
}
