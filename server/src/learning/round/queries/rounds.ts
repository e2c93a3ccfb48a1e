import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Help, Kind } from './pairs.ts'

/** Counted once, when a round closed: people by what they said, where that can be told. */
export type RoundResult = Partial<Record<Help, number>>

export interface RoundRow {
  id: string
  kind: Kind
  answerBy: string
  endsOn: string
  byId: string | null
  at: Date
  result: RoundResult | null
  /** To how many people a pair was proposed, and how many are in one that came about. */
  people: number
  agreed: number
  /** What those wrote who were asked whether it helped; in no order that tells who. */
  lines: string[]
}

export async function rounds(db: Reader): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select round.id, round.kind, round.answer_by as "answerBy", round.ends_on as "endsOn", round.by_id as "byId", round.at,
      round.result, count(part.person_id)::int as people,
      count(part.person_id) filter (where pair.state in ('agreed', 'ended'))::int as agreed,
      coalesce(array_agg(part.line order by md5(part.line)) filter (where part.line <> ''), '{}') as lines
    from pairing_round round left join pairing_pair pair on pair.round_id = round.id
    left join pairing_part part on part.pair_id = pair.id
    group by round.id order by round.at desc, round.id desc limit 50`.execute(db)
  return rows
}

/** One round of a kind is asked about at a time: two who begin one meet here. */
export async function asking(tx: Writer, kind: Kind, today: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('learning.round'))`.execute(tx)
  const { rows } = await sql`
    select from pairing_round where kind = ${kind} and closed_at is null and answer_by >= ${today}::date limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

export const saveRound = (tx: Writer, row: { kind: Kind; answerBy: string; endsOn: string; byId: string }) =>
  tx.insertInto('pairingRound').values(row).returning('id').executeTakeFirstOrThrow()

/** Proposals whose last day is over come to nothing; returns those who had said yes, to be told. */
export async function letLapse(tx: Writer, today: string): Promise<{ pair: string; person: string }[]> {
  const { rows } = await sql<{ pair: string; person: string }>`
    with off as (
      update pairing_pair pair set state = 'off' from pairing_round round
      where round.id = pair.round_id and pair.state = 'proposed' and round.answer_by < ${today}::date returning pair.id)
    select part.pair_id as pair, part.person_id as person from off join pairing_part part on part.pair_id = off.id
    where part.answer = 'yes' order by 1, 2`.execute(tx)
  return rows
}

/** Pairs whose last day is over end; returns both of each, to be asked. */
export async function endDue(tx: Writer, today: string): Promise<{ pair: string; person: string }[]> {
  const { rows } = await sql<{ pair: string; person: string }>`
    with over as (
      update pairing_pair pair set state = 'ended', ended_at = now() from pairing_round round
      where round.id = pair.round_id and pair.state = 'agreed' and round.ends_on < ${today}::date returning pair.id)
    select part.pair_id as pair, part.person_id as person from over join pairing_part part on part.pair_id = over.id
    order by 1, 2`.execute(tx)
  return rows
}

/** Rounds in which everybody had two weeks to say whether it helped, with how many said what. */
export async function dueToCount(tx: Writer, today: string): Promise<{ id: string; said: Record<Help, number> }[]> {
  const { rows } = await sql<{ id: string } & Record<Help, number>>`
    select round.id, count(*) filter (where part.help = 'yes')::int as yes,
      count(*) filter (where part.help = 'somewhat')::int as somewhat, count(*) filter (where part.help = 'no')::int as no
    from pairing_round round left join pairing_pair pair on pair.round_id = round.id
    left join pairing_part part on part.pair_id = pair.id
    where round.closed_at is null and round.ends_on + 14 < ${today}::date group by round.id`.execute(tx)
  return rows.map(({ id, yes, somewhat, no }) => ({ id, said: { yes, somewhat, no } }))
}

export const closeRound = (tx: Writer, id: string, result: RoundResult) =>
  sql`update pairing_round set closed_at = now(), result = ${JSON.stringify(result)}::jsonb
      where id = ${id} and closed_at is null`.execute(tx)
