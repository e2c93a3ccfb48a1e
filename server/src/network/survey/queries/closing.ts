import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { contactsOf } from '../survey.ts'

/** The last word of each person about the source of a survey. */
const said = (survey: string) => sql`
  select distinct on (choice.person_id) choice.person_id, choice.agreed
  from trace_choice choice join survey on survey.source_id = choice.source_id
  where survey.id = ${survey} order by choice.person_id, choice.at desc`

/** Handing in is agreeing to the source, for whoever had said nothing of it. */
export async function agreeByAnswering(tx: Writer, survey: string): Promise<void> {
  // Thousands of answers have come since these tables were last counted, and plans go by the counts.
  await sql`analyze survey_answer, survey_person`.execute(tx)
  await sql`
    with said as materialized (${said(survey)})
    insert into trace_choice (source_id, person_id, agreed, at)
    select survey.source_id, asked.person_id, true, clock_timestamp()
    from survey_person asked join survey on survey.id = asked.survey_id
    left join said on said.person_id = asked.person_id
    where survey.id = ${survey} and asked.state = 'finished' and said.person_id is null`.execute(tx)
  await sql`analyze trace_choice`.execute(tx)
}

/** Takes out what does not count: what was not handed in, who withdrew meanwhile, and who objects to being named. */
export async function dropUncounted(tx: Writer, survey: string): Promise<void> {
  const objects = sql`select person_id from (${said(survey)}) said where not said.agreed`
  await sql`update survey_person set state = 'declined'
    where survey_id = ${survey} and state = 'finished' and person_id in (${objects})`.execute(tx)
  await sql`delete from survey_answer answer using survey_person asked
    where answer.survey_id = ${survey} and asked.survey_id = answer.survey_id and asked.person_id = answer.person_id
      and (asked.state <> 'finished' or answer.other_id in (${objects}))`.execute(tx)
}

/**
 * Answers become ties of the survey's source, in the week of its closing: one for each pair, by the most frequent of
 * what was said. Both ends may be kept by the source's mode; addresses are what an import knows people by.
 */
export async function saveSurveyTies(tx: Writer, survey: string, week: number): Promise<void> {
  const kept = sql`
    select person.id, coalesce(person.email, person.key, person.id::text) as alias
    from person cross join survey join trace_source source on source.id = survey.source_id and source.closed_at is null
    left join (${said(survey)}) said on said.person_id = person.id
    where survey.id = ${survey} and coalesce(said.agreed, survey.mode = 'announced')
      and (person.id in (select person_id from survey_answer where survey_id = ${survey})
        or person.id in (select other_id from survey_answer where survey_id = ${survey}))`
  await sql`insert into trace_identity (source_id, alias, state, person_id)
    select survey.source_id, kept.alias, 'matched', kept.id from (${kept}) kept cross join survey
    where survey.id = ${survey} order by kept.id`.execute(tx)
  await sql`analyze trace_identity`.execute(tx)
  await sql`
    with made as (
      insert into trace_import (source_id, state, finished_at)
      select source_id, 'done', now() from survey where id = ${survey} returning number, source_id
    ),
    pair as (
      select answer.person_id, answer.other_id, max(coalesce(answer.frequency, 0)) as frequency
      from survey_answer answer where answer.survey_id = ${survey} group by 1, 2
    )
    insert into tie_week (import_no, week, from_no, to_no, times, weight)
    select made.number, ${week}::smallint, one.number, other.number, contacts.times, contacts.times
    from made cross join pair
    join trace_identity one on one.source_id = made.source_id and one.person_id = pair.person_id
    join trace_identity other on other.source_id = made.source_id and other.person_id = pair.other_id
    cross join lateral (select (${[...contactsOf]}::int[])[pair.frequency + 1] as times) contacts`.execute(tx)
}

export const closeOpen = (
  tx: Writer,
  survey: string,
  { response, result }: { response: object; result: object },
): Promise<unknown> =>
  sql`update survey set state = 'closed', closed_at = now(), response = ${JSON.stringify(response)}::jsonb,
        result = ${JSON.stringify(result)}::jsonb
      where id = ${survey} and state = 'open'`.execute(tx)

/** Surveys whose day has come: to open, and to close when their last day is over where the organization is. */
export async function dueToday(db: Reader, today: string): Promise<{ id: string; act: 'open' | 'close' }[]> {
  const { rows } = await sql<{ id: string; act: 'open' | 'close' }>`
    select id, case state when 'draft' then 'open' else 'close' end as act from survey
    where (state = 'draft' and opens_on <= ${today}::date) or (state = 'open' and closes_on < ${today}::date)
    order by id`.execute(db)
  return rows
}

/** Open surveys in which somebody may be due a reminder. */
export async function dueReminders(db: Reader, most: number): Promise<{ id: string; remindEvery: number }[]> {
  const { rows } = await sql<{ id: string; remindEvery: number }>`
    select id, remind_every::int as remind_every from survey
    where state = 'open' and remind_every > 0 and exists (
      select from survey_person asked
      where asked.survey_id = survey.id and asked.state in ('asked', 'begun') and asked.reminders and asked.reminded < ${most}
        and coalesce(asked.reminded_at, survey.opened_at) <= now() - make_interval(days => survey.remind_every))
    order by id`.execute(db)
  return rows
}
