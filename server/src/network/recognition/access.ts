import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { sentence } from '#platform/words.ts'
import type { FoundFor } from '../discovery/access.ts'
import { refuse } from '../refusals.ts'
import { askedAmong, askedBefore, findRecognition, type RecognitionRow, whomToAsk } from './queries/recognitions.ts'
import { type Obstacle, obstacleTo } from './recognition.ts'

/** The only way to a recognition: who was asked, who began it, and the knowledge office without what people said. */
export async function recognitionFor(db: Reader, actor: Actor, id: string): Promise<RecognitionRow> {
  const row = await findRecognition(db, actor.id, id)
  if (!row || !(row.asked || row.startedBy === actor.id || actor.office)) throw refuse.notFound('recognitionNotFound')
  return row
}

/** Who may have people asked: the office where it may be described, and anybody who seems to be in it. */
const mayAsk = ({ found, who }: FoundFor) => (who.office && found.described) || found.own !== null

/** Whether somebody may begin recognition of what they see, and why not now. */
export async function mayBegin(
  db: Reader,
  actor: Actor,
  seen: FoundFor,
): Promise<{ may: boolean; whyNot: string | null; obstacle: Obstacle | undefined; people: string[] }> {
  if (!mayAsk(seen)) return { may: false, whyNot: null, obstacle: undefined, people: [] }
  const [before, people] = await Promise.all([askedBefore(db, seen.found.id), whomToAsk(db, seen.found.id, actor.id)])
  const obstacle = obstacleTo(before, people.length)
  return {
    may: obstacle === undefined,
    whyNot: obstacle ? sentence(actor.language, `network:${obstacle}`) : null,
    obstacle,
    people,
  }
}

/** Of these recognitions, those whose question was put to somebody. */
export const recognitionsAskedOf = (db: Reader, actor: Actor, ids: string[]): Promise<string[]> =>
  askedAmong(db, actor.id, ids)
