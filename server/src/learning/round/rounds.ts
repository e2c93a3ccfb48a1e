import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { about, enough, safeParts } from '#platform/few.ts'
import { mustLead } from '../access.ts'
import { todayHere } from '../queries.ts'
import { refuse } from '../refusals.ts'
import { tellPair } from './actions.ts'
import { meetingsFor } from '../pairing/meetings.ts'
import { daysAfter } from './pair.ts'
import { pairsFor } from '../pairing/pairs.ts'
import { volunteers, type VolunteerRow } from './queries/choices.ts'
import { type Help, type Kind, metWithinAYear, type NewPair, savePairs } from './queries/pairs.ts'
import { asking, closeRound, dueToCount, endDue, letLapse, type RoundResult, saveRound } from './queries/rounds.ts'

/** About how many people a round would bring together today. */
export async function previewRound(db: Reader, actor: Actor, kind: Kind) {
  mustLead(actor)
  const { people, pairs } = await proposalFor(db, kind)
  const paired = new Set(pairs.flatMap((pair) => pair.people.map(([person]) => person))).size
  return { people: inFives(people), paired: inFives(paired) }
}

const inFives = (people: number): number | null => (enough(people) ? about(people) : null)

interface Days {
  kind: Kind
  answerBy: string
  endsOn: string
}

/** Begins a round of five people or more: its pairs are proposed to the two of each, in private. */
export async function beginRound(
  db: Database,
  actor: Actor,
  { kind, answerBy, endsOn }: Days,
): Promise<{ id: string }> {
  mustLead(actor)
  return inTransaction(db, async (tx) => {
    const today = await todayHere(tx)
    if (answerBy <= today) throw refuse.invalid('roundPast')
    if (endsOn <= answerBy) throw refuse.invalid('roundShort')
    if (endsOn > daysAfter(today, 366)) throw refuse.invalid('roundLong')
    if (await asking(tx, kind, today)) throw refuse.conflict('roundAsking')
    const { pairs } = await proposalFor(tx, kind)
    if (!enough(new Set(pairs.flatMap((pair) => pair.people.map(([person]) => person))).size))
      throw refuse.conflict('roundTooFew')
    const round = await saveRound(tx, { kind, answerBy, endsOn, byId: actor.id })
    for (const { id, people } of await savePairs(tx, round.id, pairs))
      await tellPair(tx, 'learning.pair_proposed', id, people)
    await record(tx, {
      actor: actor.id,
      verb: 'learning.round_begun',
      subject: { kind: 'pairing_round', id: round.id },
      detail: { kind },
    })
    return round
  })
}

async function proposalFor(db: Reader, kind: Kind): Promise<{ people: number; pairs: NewPair[] }> {
  const [all, met] = [await volunteers(db), await metWithinAYear(db)]
  if (kind === 'meet') {
    const some = all.filter(({ meets }) => meets)
    const pairs = meetingsFor(some, met).map(([one, other]): NewPair => ({
      people: [
        [one, 'meets'],
        [other, 'meets'],
      ],
      topics: [],
    }))
    return { people: some.length, pairs }
  }
  const some = all.filter(takesPart)
  const pairs = (await pairsFor(some, met)).map(({ mentor, mentee, topics }): NewPair => ({
    people: [
      [mentor, 'helps'],
      [mentee, 'learns'],
    ],
    topics,
  }))
  return { people: some.length, pairs }
}

const takesPart = ({ wants, helpsWith, room }: VolunteerRow) => wants.size > 0 || (helpsWith.size > 0 && room > 0)

/** What comes with time: proposals lapse, pairs end and are asked, rounds are counted. */
export async function lookForPairs({ db }: { db: Database }): Promise<void> {
  const today = await todayHere(db)
  await inTransaction(db, async (tx) => {
    for (const { pair, person } of await letLapse(tx, today)) await tellPair(tx, 'learning.pair_off', pair, [person])
    for (const { pair, person } of await endDue(tx, today)) await tellPair(tx, 'learning.pair_ended', pair, [person])
    for (const { id, said } of await dueToCount(tx, today)) await closeRound(tx, id, resultOf(said))
  })
}

/** People by what they said, as far as neither a part nor what is left out of it is fewer than five. */
export const resultOf = (said: Record<Help, number>): RoundResult => Object.fromEntries(safeParts(Object.entries(said)))
