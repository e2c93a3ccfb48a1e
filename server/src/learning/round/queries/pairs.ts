import { sql } from 'kysely'
import { among, type Reader, type Writer } from '#platform/database.ts'
import type { Met } from '../../pairing/pairs.ts'

export type Kind = 'learn' | 'meet'
export type Side = 'helps' | 'learns' | 'meets'
export type State = 'proposed' | 'agreed' | 'off' | 'ended'
export type Help = 'yes' | 'somewhat' | 'no'

/** A pair as one of the two may know it: of the other's answer nothing. */
export interface OwnPair {
  id: string
  kind: Kind
  state: State
  side: Side
  other: string | null
  answer: 'yes' | 'no' | null
  answerBy: string
  endsOn: string
  endedAt: Date | null
  words: string
  saidAt: Date | null
  theirWords: string
  theirSaidAt: Date | null
  help: Help | null
  line: string
  topics: string[]
}

/** The pairs of one person, the latest first; with `id` that one alone. */
export async function pairsOf(db: Reader, personId: string, id?: string): Promise<OwnPair[]> {
  const { rows } = await sql<OwnPair>`
    select pair.id, round.kind, pair.state, mine.side, theirs.person_id as other, mine.answer,
      round.answer_by as "answerBy", round.ends_on as "endsOn", pair.ended_at as "endedAt",
      mine.words, mine.said_at as "saidAt", coalesce(theirs.words, '') as "theirWords", theirs.said_at as "theirSaidAt",
      mine.help, mine.line,
      array(select topic_id from pairing_topic topic where topic.pair_id = pair.id order by topic_id) as topics
    from pairing_part mine join pairing_pair pair on pair.id = mine.pair_id join pairing_round round on round.id = pair.round_id
    left join pairing_part theirs on theirs.pair_id = pair.id and theirs.person_id <> mine.person_id
    where mine.person_id = ${personId} and ${id === undefined ? sql`true` : sql`pair.id = ${id}`}
    order by round.at desc, pair.id limit 100`.execute(db)
  return rows
}

/** Holds a pair until what somebody says of it is written. */
export const holdPair = (tx: Writer, id: string) =>
  sql`select from pairing_pair where id = ${id} for update`.execute(tx)

/** With whom somebody is in these pairs. */
export async function othersIn(db: Reader, personId: string, ids: string[]): Promise<{ id: string; other: string }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; other: string }>`
    select mine.pair_id as id, theirs.person_id as other
    from pairing_part mine join pairing_part theirs on theirs.pair_id = mine.pair_id and theirs.person_id <> mine.person_id
    where mine.person_id = ${personId} and mine.pair_id = ${among(ids)}`.execute(db)
  return rows
}

export const saveAnswer = (tx: Writer, pair: string, personId: string, answer: 'yes' | 'no') =>
  sql`update pairing_part set answer = ${answer} where pair_id = ${pair} and person_id = ${personId}`.execute(tx)

/** Both said yes: the pair is agreed on. Tells whether it was. */
export async function agree(tx: Writer, pair: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update pairing_pair set state = 'agreed' where id = ${pair} and state = 'proposed'
      and (select count(*) from pairing_part where pair_id = ${pair} and answer = 'yes') = 2`.execute(tx)
  return numAffectedRows === 1n
}

/** Whoever withdraws says "not this time" to what is proposed to them. */
export const refuseAll = (tx: Writer, personId: string) =>
  sql`update pairing_part set answer = 'no' from pairing_pair pair
      where pair.id = pair_id and pair.state = 'proposed' and person_id = ${personId}`.execute(tx)

export async function endPair(tx: Writer, pair: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update pairing_pair set state = 'ended', ended_at = now() where id = ${pair} and state = 'agreed'`.execute(tx)
  return numAffectedRows === 1n
}

export const saveWords = (tx: Writer, pair: string, personId: string, words: string) =>
  sql`update pairing_part set words = ${words}, said_at = now() where pair_id = ${pair} and person_id = ${personId}`.execute(
    tx,
  )

export const saveHelp = (tx: Writer, pair: string, personId: string, help: Help, line: string) =>
  sql`update pairing_part set help = ${help}, line = ${line} where pair_id = ${pair} and person_id = ${personId}`.execute(
    tx,
  )

/** Who was proposed to whom within a year, whatever they made of it. */
export async function metWithinAYear(db: Reader): Promise<Met[]> {
  const { rows } = await sql<{ one: string; other: string }>`
    select one.person_id as one, other.person_id as other
    from pairing_round round join pairing_pair pair on pair.round_id = round.id
    join pairing_part one on one.pair_id = pair.id join pairing_part other on other.pair_id = pair.id
    where round.at > now() - interval '1 year' and one.person_id < other.person_id order by 1, 2`.execute(db)
  return rows.map(({ one, other }) => [one, other] as const)
}

export interface NewPair {
  people: readonly (readonly [person: string, side: Side])[]
  topics: readonly string[]
}

/** Writes the pairs of a round; returns each with its people. */
export async function savePairs(
  tx: Writer,
  round: string,
  pairs: readonly NewPair[],
): Promise<{ id: string; people: string[] }[]> {
  const made = await tx
    .insertInto('pairingPair')
    .values(pairs.map(() => ({ roundId: round })))
    .returning('id')
    .execute()
  const parts = made.flatMap(({ id }, at) =>
    pairs[at]!.people.map(([personId, side]) => ({ pairId: id, personId, side })),
  )
  const topics = made.flatMap(({ id }, at) => pairs[at]!.topics.map((topicId) => ({ pairId: id, topicId })))
  await tx.insertInto('pairingPart').values(parts).execute()
  if (topics.length > 0) await tx.insertInto('pairingTopic').values(topics).execute()
  return made.map(({ id }, at) => ({ id, people: pairs[at]!.people.map(([person]) => person) }))
}
