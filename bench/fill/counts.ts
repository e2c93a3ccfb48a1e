import type pg from 'pg'

/** What the tables count by themselves when rows come one by one; triggers are off while rows are loaded. */
export async function fillCounts(pool: pg.Pool): Promise<void> {
  const work = async (steps: string[]) => {
    const client = await pool.connect()
    try {
      await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`)
      for (const step of steps) await client.query(step)
    } finally {
      client.release(true)
    }
  }
  await Promise.all([work([activeDays, news, units, names, history]), work([people, words, spread])])
}

const activeDays = `
  insert into active_day (community_id, day, person_id)
  select distinct place.id, (activity.at at time zone 'UTC')::date, activity.actor_id
  from activity cross join unnest(activity.community_ids) place(id)
  where activity.actor_id is not null and activity.verb not in ('community.joined', 'community.opened')
  order by 1, 2, 3`

const news = `
  insert into news select made.* from news_of(array(select id from activity where at > now() - interval '8 days')) made`

const words = `
  update practice set words = setweight(to_tsvector('english', text.title), 'A')
    || setweight(to_tsvector('english', text.problem), 'B') || setweight(to_tsvector('english', text.how), 'C')
  from practice_revision text where text.practice_id = practice.id and text.revision = practice.revision`

const people = `
  update community set people = counted.people
  from (select community_id, count(*) as people from membership group by community_id) counted
  where community.id = counted.community_id`

const spread = `
  update practice set adopted = counted.adopted, trying = counted.trying, declined = counted.declined
  from (
    select practice_id, count(*) filter (where state = 'adopted') as adopted, count(*) filter (where state = 'trying') as trying,
           count(*) filter (where state in ('declined', 'dropped')) as declined
    from adoption where latest group by practice_id
  ) counted
  where practice.id = counted.practice_id`

const units = 'select units_count_people()'

const names = 'select names_counted(array_agg(plain_name), array_agg(1)) from person'

const history = `
  insert into unit_history (unit_id, from_day, name, parent_id) select id, opened_on, name, parent_id from unit`
