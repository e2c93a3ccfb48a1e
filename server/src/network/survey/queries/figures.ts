import { sql } from 'kysely'
import type { HelpKind } from '@mortar/contract/network-survey'
import type { Reader } from '#platform/database.ts'
import { unitNow } from './asked.ts'

/** Figures of one group of people, or of all (`group` null and `whole`), for one question. */
interface Of {
  whole: boolean
  group: string | null
  question: string
}
export interface NamedFigure extends Of {
  names: number
  outside: number
  more: number
}
export interface FrequencyFigure extends Of {
  /** Zero where nothing was said. */
  step: number
  names: number
  people: number
}
export interface KindFigure extends Of {
  kind: HelpKind
  people: number
}
export interface FlowFigure {
  from: string
  to: string
  people: number
  turnedTo: number
}

/** What was handed in, each line with the group of who answered and of who was named. */
const answers = (survey: string, groups: ReadonlyMap<string, string | null>) => sql`
  with grouped as (
    select * from unnest(${[...groups.keys()]}::uuid[], ${[...groups.values()]}::uuid[]) as of_unit (unit_id, group_id)
  ),
  said as materialized (
    select answer.*, own.group_id, other.group_id as other_group
    from survey_answer answer
    join survey_person asked on asked.survey_id = answer.survey_id and asked.person_id = answer.person_id
    left join grouped own on own.unit_id = asked.unit_id
    left join survey_person named on named.survey_id = answer.survey_id and named.person_id = answer.other_id
    left join grouped other on other.unit_id = coalesce(named.unit_id, ${unitNow(sql`answer.other_id`)})
    where answer.survey_id = ${survey} and asked.state = 'finished'
  )`

const of = sql`grouping(group_id) = 1 as whole, group_id as "group", question`

export async function namedFigures(db: Reader, survey: string, groups: ReadonlyMap<string, string | null>) {
  const { rows } = await sql<NamedFigure>`${answers(survey, groups)}
    select ${of}, count(*)::int as names, (count(*) filter (where other_group is distinct from group_id))::int as outside,
           (count(distinct person_id) filter (where more))::int as more
    from said group by grouping sets ((group_id, question), (question))`.execute(db)
  return rows
}

export async function frequencyFigures(db: Reader, survey: string, groups: ReadonlyMap<string, string | null>) {
  const { rows } = await sql<FrequencyFigure>`${answers(survey, groups)}
    select ${of}, coalesce(frequency, 0)::int as step, count(*)::int as names, count(distinct person_id)::int as people
    from said group by grouping sets ((group_id, question, frequency), (question, frequency))`.execute(db)
  return rows
}

export async function kindFigures(db: Reader, survey: string, groups: ReadonlyMap<string, string | null>) {
  const { rows } = await sql<KindFigure>`${answers(survey, groups)}
    select ${of}, kind, count(distinct person_id)::int as people
    from said cross join unnest(what_for) as kind
    group by grouping sets ((group_id, question, kind), (question, kind))`.execute(db)
  return rows
}

/** Who turns to whom between groups, with how many people on either side. */
export async function flowFigures(db: Reader, survey: string, groups: ReadonlyMap<string, string | null>) {
  const { rows } = await sql<FlowFigure>`${answers(survey, groups)}
    select group_id as "from", other_group as "to", count(distinct person_id)::int as people,
           count(distinct other_id)::int as turned_to
    from said where group_id <> other_group group by 1, 2`.execute(db)
  return rows
}
