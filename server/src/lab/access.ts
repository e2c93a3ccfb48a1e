import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { type Experiment, mayChange, maySeeExperiment } from './experiment.ts'
import { findExperiment } from './queries/experiments.ts'
import { refuse } from './refusals.ts'

/** The only way to an experiment on somebody's behalf. One they may not see looks exactly like one that does not exist. */
export async function experimentFor(db: Reader, actor: Actor, id: string): Promise<Experiment> {
  const found = await findExperiment(db, id)
  if (!found || !maySeeExperiment(found, actor.id)) throw refuse.notFound('experimentNotFound')
  return found
}

/** The same for whoever made it, to change it. */
export async function experimentToChange(db: Reader, actor: Actor, id: string): Promise<Experiment> {
  const found = await experimentFor(db, actor, id)
  if (found.retiredAt) throw refuse.conflict('experimentRemoved')
  if (!mayChange(found, actor.id)) throw refuse.forbidden('notYours')
  return found
}
