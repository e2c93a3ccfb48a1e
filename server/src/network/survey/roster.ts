import type { Reply } from '@mortar/contract'
import type { surveyOperations } from '@mortar/contract/network-survey-operations'
import { peopleFor, peopleNamed } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { nearColleagues, worksHereAmong } from './queries/answers.ts'

const mostNear = 40
const mostFound = 12

/** Colleagues to choose from: one's own unit and communities before a word is typed, then all whose name fits. */
export async function rosterFor(
  db: Reader,
  actor: Actor,
  words: string | undefined,
): Promise<Reply<(typeof surveyOperations)['GET /surveys/{survey}/roster']>> {
  const rows = words
    ? (await found(db, actor, words)).map((id) => ({ id, why: 'words' as const }))
    : await nearColleagues(db, actor.id, mostNear)
  const person = await peopleFor(
    db,
    rows.map(({ id }) => id),
  )
  return { items: rows.map(({ id, why }) => ({ person: person(id)!, why })) }
}

async function found(db: Reader, actor: Actor, words: string): Promise<string[]> {
  const named = await peopleNamed(db, words, 3 * mostFound)
  const here = await worksHereAmong(
    db,
    named.map(({ id }) => id),
  )
  return named
    .map(({ id }) => id)
    .filter((id) => id !== actor.id && here.has(id))
    .slice(0, mostFound)
}
