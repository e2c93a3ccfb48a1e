import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { mustWorkHere } from '../access.ts'
import { refuse } from '../refusals.ts'
import { facilitates } from './queries/ground.ts'
import { findPlan, findVersion, type PlanRow, type VersionRow } from './queries/plans.ts'

/** Learning is planned by the learning lead (the knowledge office) and by those who facilitate a community. */
export async function mustPlan(db: Reader, actor: Actor): Promise<void> {
  await mustWorkHere(db, actor)
  if (!(await mayPlan(db, actor))) throw refuse.forbidden('plannersOnly')
}

export const mayPlan = async (db: Reader, actor: Actor): Promise<boolean> =>
  actor.office || (await facilitates(db, actor.id))

/** The only way to a plan on somebody's behalf. */
export async function planFor(db: Reader, actor: Actor, id: string): Promise<PlanRow> {
  await mustPlan(db, actor)
  const plan = await findPlan(db, id)
  if (!plan) throw refuse.notFound('noPlan')
  return plan
}

export async function versionFor(db: Reader, actor: Actor, id: string, number: number): Promise<VersionRow> {
  await planFor(db, actor, id)
  const version = await findVersion(db, id, number)
  if (!version) throw refuse.notFound('noVersion')
  return version
}
