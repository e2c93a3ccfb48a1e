import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { maySeeFound, type Run, type Standing } from './discovery.ts'
import { findFound, type FoundRow, inWhatCameOf, standingOf } from './queries/found.ts'
import { findRun } from './queries/runs.ts'

export interface FoundFor {
  found: FoundRow
  who: Standing
}

/**
 * The only way to a community found on somebody's behalf: for who has the overview, where it may be described; for who
 * seems to be in it; and for members of what came of it. For anybody else it does not exist.
 */
export async function foundFor(db: Reader, actor: Actor, id: string): Promise<FoundFor> {
  const [found, who] = await Promise.all([findFound(db, actor.id, id), standingOf(db, actor.id)])
  const may =
    found &&
    (maySeeFound(found, who, found.own !== null) || (found.described && (await inWhatCameOf(db, actor.id, id))))
  if (!found || !may) throw refuse.notFound('foundNotFound')
  return { found, who }
}

/** Runs are looked at by those who have the overview. */
export async function runFor(db: Reader, actor: Actor, id: string): Promise<{ run: Run; who: Standing }> {
  const who = await overviewFor(db, actor)
  const run = await findRun(db, id)
  if (!run) throw refuse.notFound('runNotFound')
  return { run, who }
}

export async function overviewFor(db: Reader, actor: Actor): Promise<Standing> {
  const who = await standingOf(db, actor.id)
  if (!who.overview) throw refuse.forbidden('overviewOnly')
  return who
}

export function officeOnly(actor: Actor) {
  if (!actor.office) throw refuse.forbidden('officeOnly')
}
