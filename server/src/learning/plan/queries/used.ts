import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

/** Takes a version of a plan that is not put away into use, or out of it. */
export const usePlan = async (tx: Writer, id: string, version: number, by: string): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update flow_plan set used_version = ${version}, used_by = ${by}, used_at = now()
    where id = ${id} and retired_at is null`.execute(tx)
  return numAffectedRows === 1n
}

export const dropPlan = (tx: Writer, id: string) =>
  sql`update flow_plan set used_version = null, used_by = null, used_at = null where id = ${id}`.execute(tx)

/**
 * As a query: what plans in use send to somebody by now, and through which community (null: several). Who a send is for
 * is read today, as a plan reads it: who told its topic in that community or one within it, who told something of its
 * branch, or everybody there. A topic that became one with another is that other one. Plans whose months are over send
 * nothing.
 */
export const plannedFor = (personId: string, today: string) => sql`
  with recursive mine(id) as (
    select community_id from membership where person_id = ${personId}
    union select community.parent_id from community join mine on mine.id = community.id where community.parent_id is not null),
  said as (
    select topic_id from interest where person_id = ${personId}
    union select need.topic_id from need join need_share share on share.need_id = need.id and share.community_id is not null
      where need.person_id = ${personId} and need.met_at is null),
  sent as (
    select send.item, send.topic, send.community, send.reach, plan.used_at
    from flow_plan plan
    join flow_plan_version version on version.plan_id = plan.id and version.number = plan.used_version
    cross join lateral jsonb_to_recordset(version.sends) as send(item uuid, topic uuid, community uuid, month int, reach text)
    where plan.used_version is not null and (send.community is null or send.community in (select id from mine))
      and (version.rules ->> 'from' || '-01')::date + make_interval(months => send.month) <= ${today}::date
      and (version.rules ->> 'from' || '-01')::date + make_interval(months => (version.rules ->> 'months')::int) > ${today}::date)
  select distinct on (sent.item) sent.item as item_id, topic.id as topic_id, sent.community as community_id
  from sent
  cross join lateral (
    with recursive through(id, step) as (
      select sent.topic, 0
      union all select into_id, step + 1 from topic_merge join through on topic_id = through.id
        where undone_at is null and step < 50)
    select topic.id, coalesce(topic.parent_id, topic.id) as root
    from through join topic on topic.id = through.id order by step desc limit 1) topic
  where sent.reach = 'community' or topic.id in (select topic_id from said)
    or sent.reach = 'branch' and exists (
      select from said join topic told on told.id = said.topic_id where coalesce(told.parent_id, told.id) = topic.root)
  order by sent.item, sent.used_at desc`
