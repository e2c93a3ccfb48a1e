import type { FlowRules } from '@mortar/contract/learning-plans'
import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'
import type { StoredFigures, StoredSend } from '../plan.ts'

export interface PlanRow {
  id: string
  name: string
  byId: string | null
  at: Date
  retiredAt: Date | null
  usedVersion: number | null
  usedBy: string | null
  usedAt: Date | null
}

export const findPlan = (db: Reader, id: string): Promise<PlanRow | undefined> =>
  db
    .selectFrom('flowPlan')
    .select(['id', 'name', 'byId', 'at', 'retiredAt', 'usedVersion', 'usedBy', 'usedAt'])
    .where('id', '=', id)
    .executeTakeFirst()

export interface VersionRow {
  planId: string
  number: number
  origin: 'proposed' | 'edited'
  state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped'
  rules: FlowRules
  note: string
  share: number
  sends: StoredSend[] | null
  figures: StoredFigures | null
  byId: string | null
  at: Date
}

const versionColumns = sql`plan_id, number, origin, state, rules, note, share, by_id, at`

/** The versions of a plan without what they hold, the latest first. */
export async function versionsOf(db: Reader, plan: string): Promise<Omit<VersionRow, 'sends' | 'figures'>[]> {
  const { rows } = await sql<VersionRow>`
    select ${versionColumns} from flow_plan_version where plan_id = ${plan} order by number desc`.execute(db)
  return rows
}

/** Sends as they stand today: a topic that became one with another is that other one. */
async function throughMerges(db: Reader, sends: StoredSend[]): Promise<StoredSend[]> {
  const { rows } = await sql<{ topicId: string; intoId: string }>`
    select topic_id, into_id from topic_merge where undone_at is null order by at, id`.execute(db)
  if (rows.length === 0) return sends
  const into = new Map(rows.map(({ topicId, intoId }) => [topicId, intoId]))
  const today = (topic: string): string => {
    let now = topic
    for (let steps = 0; into.has(now) && steps < rows.length; steps++) now = into.get(now)!
    return now
  }
  return sends.map((send) => ({ ...send, topic: today(send.topic) }))
}

export async function findVersion(db: Reader, plan: string, number: number): Promise<VersionRow | undefined> {
  const { rows } = await sql<VersionRow>`
    select ${versionColumns}, sends, figures from flow_plan_version
    where plan_id = ${plan} and number = ${number}`.execute(db)
  const [found] = rows
  return found && { ...found, sends: found.sends && (await throughMerges(db, found.sends)) }
}

export interface ListedPlan extends PlanRow {
  atKey: string
  versions: number
  state: VersionRow['state']
  figures: StoredFigures | null
}

export async function listPlans(db: Reader, after: string[] | undefined, limit: number): Promise<ListedPlan[]> {
  const { rows } = await sql<ListedPlan>`
    select plan.id, plan.name, plan.by_id, plan.at, plan.retired_at, plan.used_version, plan.used_by, plan.used_at, plan.at::text as at_key,
      latest.number as versions, latest.state, shown.figures
    from flow_plan plan
    join lateral (select number, state from flow_plan_version where plan_id = plan.id order by number desc limit 1) latest on true
    left join lateral (
      select figures from flow_plan_version where plan_id = plan.id and state = 'done' order by number desc limit 1) shown on true
    where plan.retired_at is null and ${after ? sql`(plan.at, plan.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by plan.at desc, plan.id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** The newest plan that is not put away, in its latest version that is done. */
export async function newestPlan(
  db: Reader,
): Promise<{ id: string; name: string; sends: StoredSend[]; rules: FlowRules } | undefined> {
  const { rows } = await sql<{ id: string; name: string; sends: StoredSend[]; rules: FlowRules }>`
    select plan.id, plan.name, version.sends, version.rules
    from flow_plan plan join flow_plan_version version on version.plan_id = plan.id and version.state = 'done'
    where plan.retired_at is null order by plan.at desc, plan.id desc, version.number desc limit 1`.execute(db)
  const [found] = rows
  return found && { ...found, sends: await throughMerges(db, found.sends) }
}

export async function insertPlan(tx: Writer, name: string, by: string): Promise<string> {
  const { id } = await tx.insertInto('flowPlan').values({ name, byId: by }).returning('id').executeTakeFirstOrThrow()
  return id
}

export const changePlanRow = (tx: Writer, id: string, name: string, retired: boolean) =>
  sql`update flow_plan set name = ${name}, retired_at = case when ${retired} then coalesce(retired_at, now()) end,
      used_version = case when not ${retired} then used_version end, used_by = case when not ${retired} then used_by end,
      used_at = case when not ${retired} then used_at end
    where id = ${id}`.execute(tx)

interface NewVersion {
  plan: string
  by: string
  rules: FlowRules
  note?: string
  done?: { sends: StoredSend[]; figures: StoredFigures }
  origin?: 'proposed' | 'edited'
}

/** A further version; two that write at once write one after the other, by the lock on the plan. */
export async function insertVersion(
  tx: Writer,
  { plan, by, rules, note = '', done, ...how }: NewVersion,
): Promise<number> {
  const origin = how.origin ?? (done ? 'edited' : 'proposed')
  await sql`select from flow_plan where id = ${plan} for update`.execute(tx)
  const { rows } = await sql<{ number: number }>`
    insert into flow_plan_version (plan_id, number, origin, state, rules, note, share, sends, figures, by_id, finished_at)
    select ${plan}, coalesce(max(number), 0) + 1, ${origin}, ${done ? 'done' : 'waiting'},
      ${JSON.stringify(rules)}::jsonb, ${note}, ${done ? 1 : 0}, ${done ? JSON.stringify(done.sends) : null}::jsonb,
      ${done ? JSON.stringify(done.figures) : null}::jsonb, ${by}, ${done ? sql`now()` : null}
    from flow_plan_version where plan_id = ${plan} returning number`.execute(tx)
  return rows[0]!.number
}

export async function underWay(db: Reader, plan: string): Promise<boolean> {
  const { rows } = await sql`
    select from flow_plan_version where plan_id = ${plan} and state in ('waiting', 'running') limit 1`.execute(db)
  return rows.length > 0
}

export interface Order {
  plan: string
  number: number
}

/** Takes up the proposal that waits longest, or whose process has died. */
export async function takeUpProposal(tx: Writer): Promise<Order | undefined> {
  const { rows } = await sql<Order>`
    update flow_plan_version version set state = 'running', beat_at = now()
    from (
      select plan_id, number from flow_plan_version
      where state = 'waiting' or (state = 'running' and beat_at <= now() - interval '20 seconds')
      order by at, plan_id, number limit 1 for update skip locked) next
    where version.plan_id = next.plan_id and version.number = next.number
    returning version.plan_id as plan, version.number`.execute(tx)
  return rows[0]
}

export async function beatProposal(db: Database, { plan, number }: Order, share: number | undefined): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update flow_plan_version set beat_at = now(), share = coalesce(${share ?? null}, share)
    where plan_id = ${plan} and number = ${number} and state = 'running'`.execute(db)
  return numAffectedRows === 1n
}

const end = (db: Reader, { plan, number }: Order, state: 'failed' | 'stopped' | 'waiting') =>
  sql`update flow_plan_version set state = ${state}, finished_at = case when ${state} <> 'waiting' then now() end
    where plan_id = ${plan} and number = ${number} and state in ('waiting', 'running')`.execute(db)

export const failProposal = (db: Database, order: Order) => end(db, order, 'failed')
export const letProposalGo = (db: Database, order: Order) => end(db, order, 'waiting')
export const stopProposal = async (tx: Writer, order: Order): Promise<boolean> =>
  (await end(tx, order, 'stopped')).numAffectedRows === 1n

/** Keeps what came out, unless it was stopped meanwhile. */
export const finishProposal = (tx: Writer, { plan, number }: Order, sends: StoredSend[], figures: StoredFigures) =>
  sql`update flow_plan_version
    set state = 'done', share = 1, finished_at = now(), sends = ${JSON.stringify(sends)}::jsonb,
      figures = ${JSON.stringify(figures)}::jsonb
    where plan_id = ${plan} and number = ${number} and state = 'running'`.execute(tx)
