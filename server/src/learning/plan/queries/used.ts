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
  select distinct on (sent.item) sent.item as item_id, sent.topic as topic_id, sent.community as community_id
  from (
    select send.item, coalesce(became.into_id, send.topic) as topic, send.community, send.reach, plan.used_at
    from flow_plan plan
    join flow_plan_version version on version.plan_id = plan.id and version.number = plan.used_version
    cross join lateral jsonb_to_recordset(version.sends) as send(item uuid, topic uuid, community uuid, month int, reach text)
    left join lateral (
      with recursive through(id, step) as (
        select into_id, 1 from topic_merge where topic_id = send.topic and undone_at is null
        union all select into_id, step + 1 from topic_merge join through on topic_id = through.id
          where undone_at is null and step < 50)
      select topic.id as into_id from through join topic on topic.id = through.id order by step desc limit 1
    ) became on true
    where (version.rules ->> 'from' || '-01')::date + make_interval(months => send.month) <= ${today}::date
      and (version.rules ->> 'from' || '-01')::date + make_interval(months => (version.rules ->> 'months')::int) > ${today}::date
  ) sent
  left join topic on topic.id = sent.topic
  where (sent.community is null or exists (
      with recursive within(id) as (
        select sent.community union select community.id from community join within on community.parent_id = within.id)
      select from membership join within on within.id = membership.community_id where membership.person_id = ${personId}))
    and (sent.reach = 'community' or exists (
      select from topic told join (
        select topic_id from interest where person_id = ${personId}
        union select need.topic_id from need join need_share share on share.need_id = need.id and share.community_id is not null
        where need.person_id = ${personId} and need.met_at is null
      ) said on said.topic_id = told.id
      where told.id = sent.topic or sent.reach = 'branch' and (
        coalesce(told.parent_id, told.id) = coalesce(topic.parent_id, topic.id))))
  order by sent.item, sent.used_at desc`
