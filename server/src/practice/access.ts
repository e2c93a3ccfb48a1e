import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { mayRead, type Practice, type Standing } from './practice.ts'
import { findPractice } from './queries/practices.ts'
import { refuse } from './refusals.ts'

export interface PracticeFor {
  practice: Practice
  who: Standing
}

/** The only way to a practice on somebody's behalf. One they may not read looks exactly like one that does not exist. */
export async function practiceFor(db: Reader, actor: Actor, id: string): Promise<PracticeFor> {
  const found = await findPractice(db, actor, id)
  if (!found || !mayRead(found.practice, found.who)) throw refuse.notFound('notFound')
  return found
}
