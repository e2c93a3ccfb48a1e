import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { findSource } from './queries/sources.ts'
import type { Source } from './source.ts'

/** Everybody may know every source: whoever is told of traces knows where they come from. */
export async function sourceFor(db: Reader, _actor: Actor, id: string): Promise<Source> {
  const source = await findSource(db, id)
  if (!source) throw refuse.notFound('sourceNotFound')
  return source
}

/** What is read into a source, and whom its addresses stand for, is the knowledge office's work. */
export async function sourceToKeep(db: Reader, actor: Actor, id: string): Promise<Source> {
  officeOnly(actor)
  return sourceFor(db, actor, id)
}

export function officeOnly(actor: Actor) {
  if (!actor.office) throw refuse.forbidden('officeOnly')
}
