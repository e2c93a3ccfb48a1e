import type { Reader } from '#platform/database.ts'
import type { Actor, Ask } from '#platform/endpoint.ts'
import { mayRead, type Practice, type Standing } from './practice.ts'
import { type PageParts, pageRead, pageRow } from './queries/page.ts'
import { findPractice, standing } from './queries/practices.ts'
import { refuse } from './refusals.ts'

export interface PracticeFor {
  practice: Practice
  who: Standing
}

/** The only way to a practice on somebody's behalf. One they may not read looks exactly like one that does not exist. */
export const practiceFor = async (db: Reader, actor: Actor, id: string): Promise<PracticeFor> =>
  admitted(await findPractice(db, actor, id))

/** The same with everything on its page, for whoever asks. */
export async function practicePageFor(ask: Ask, id: string): Promise<PracticeFor & { practice: Practice & PageParts }> {
  const { actor, row } = await ask(pageRead, { id })
  return admitted(row && standing(pageRow(row), actor))
}

function admitted<Found extends PracticeFor>(found: Found | undefined): Found {
  if (!found || !mayRead(found.practice, found.who)) throw refuse.notFound('notFound')
  return found
}
