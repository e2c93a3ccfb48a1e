import type { OwnPair as PairView, OwnPairing, PairingRound } from '@mortar/contract/learning-pairs'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { about, enough } from '#platform/few.ts'
import { mustLead } from '../access.ts'
import { todayHere, worksHere } from '../queries.ts'
import { topicsByIds } from '../topic/queries/topics.ts'
import { mayAnswer, mayEnd, mayTell, mayWrite } from './pair.ts'
import { findChoice, ownOpenTopics } from './queries/choices.ts'
import { type OwnPair, pairsOf } from './queries/pairs.ts'
import { type RoundRow, rounds } from './queries/rounds.ts'

/** How somebody takes part in rounds of pairs, for themselves. */
export async function presentPairing(db: Reader, actor: Actor): Promise<OwnPairing> {
  const [choice, noted, pairs] = [
    await findChoice(db, actor.id),
    await ownOpenTopics(db, actor.id),
    await pairsOf(db, actor.id),
  ]
  const person = await peopleFor(
    db,
    pairs.map(({ other }) => other),
  )
  const ids = [...(choice?.wants ?? []), ...(choice?.offers ?? []), ...pairs.flatMap(({ topics }) => topics)]
  const topics = await topicsByIds(db, actor.id, [...new Set(ids)], true)
  const open = await topicsByIds(db, actor.id, noted)
  const linked = (some: string[]) => some.flatMap((id) => topics.get(id) ?? [])
  const today = await todayHere(db)
  return {
    choice: choice ? { ...choice, wants: linked(choice.wants), offers: linked(choice.offers) } : null,
    noted: noted.flatMap((id) => open.get(id) ?? []),
    pairs: pairs.map((pair) => ({ ...present(pair, today), other: person(pair.other), topics: linked(pair.topics) })),
    may: { takePart: await worksHere(db, actor.id), lead: actor.office },
  }
}

const present = (pair: OwnPair, today: string): Omit<PairView, 'other' | 'topics'> => ({
  id: pair.id,
  kind: pair.kind,
  side: pair.side,
  state: pair.state,
  answer: pair.answer,
  answerBy: pair.answerBy,
  endsOn: pair.endsOn,
  endedAt: pair.endedAt?.toISOString() ?? null,
  words: {
    mine: pair.words,
    mineAt: pair.saidAt?.toISOString() ?? null,
    theirs: pair.theirWords,
    theirsAt: pair.theirSaidAt?.toISOString() ?? null,
  },
  help: pair.help,
  line: pair.line,
  may: {
    answer: mayAnswer(pair, today),
    write: mayWrite(pair),
    end: mayEnd(pair),
    tell: mayTell(pair, today),
  },
})

/** Rounds in counts: people in fives, and what they said once it is counted. */
export async function presentRounds(db: Reader, actor: Actor): Promise<{ items: PairingRound[] }> {
  mustLead(actor)
  const [rows, today] = [await rounds(db), await todayHere(db)]
  const person = await peopleFor(
    db,
    rows.map(({ byId }) => byId),
  )
  return { items: rows.map((row) => ({ ...presentRound(row, today), by: person(row.byId) })) }
}

function presentRound(row: RoundRow, today: string): Omit<PairingRound, 'by'> {
  const { id, kind, at, answerBy, endsOn, result, people, agreed, lines } = row
  const answered = answerBy < today
  return {
    id,
    kind,
    state: result ? 'closed' : answered ? 'running' : 'asking',
    at: at.toISOString(),
    answerBy,
    endsOn,
    people: enough(people) ? about(people) : null,
    agreed: answered && enough(agreed) ? about(agreed) : null,
    help: result ? { yes: null, somewhat: null, no: null, ...result } : null,
    lines: result && enough(lines.length) ? lines : [],
  }
}
