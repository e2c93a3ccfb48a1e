import { type RawBuilder, sql } from 'kysely'
import { among, none, nothing, type Source, untended } from './source.ts'

/** Markdown as somebody reads it, without its marks. */
const read = (text: RawBuilder<unknown>) => sql`text_of(regexp_replace(${text}, '[*_~\\x60#]+', '', 'g'))`

/** Strategic aims are read by everybody who works here. */
export const imperatives: Source = {
  kind: 'imperative',
  quality: 'merit',
  rows: (ids) => sql`
    select imperative.id, imperative.id, imperative.title, ${read(sql`imperative.why`)}, null, 'everybody', ${none}, ${none}, ${none},
           case when imperative.ended_at is null then null else 'ended' end, ${nothing},
           (case when imperative.ended_at is null then 0.5 else 0.1 end)::real, ${untended}, imperative.made_at
    from imperative where ${among(sql`imperative.id`, ids)} and imperative.hidden_at is null`,
}

/** Read inside its community, and by whoever answers for it. */
export const escalations: Source = {
  kind: 'escalation',
  quality: 'merit',
  rows: (ids) => sql`
    select escalation.id, escalation.id, escalation.title,
           ${read(sql`concat_ws(' ', escalation.asked, escalation.background, said.reasons)`)}, null, 'inside',
           array[escalation.community_id], ${none}, ${none}, escalation.state, ${nothing},
           (case when escalation.answer is null then 0.1 else 0.3 end)::real, ${untended}, escalation.sent_at
    from escalation
    left join lateral (
      select string_agg(reason, ' ' order by at, id) as reasons from escalation_move
      where escalation_id = escalation.id and reason <> '') said on true
    where ${among(sql`escalation.id`, ids)} and escalation.hidden_at is null`,
}

/** Of a community read inside it, of the organization by everybody who works here. */
export const signals: Source = {
  kind: 'signal',
  quality: 'merit',
  rows: (ids) => sql`
    select signal.id, signal.id, signal.title, ${read(sql`concat_ws(' ', signal.summary, triage.reason)`)}, null,
           case when signal.community_id is null then 'everybody' else 'inside' end,
           case when signal.community_id is null then ${none} else array[signal.community_id] end, ${none}, ${none},
           signal.outcome, ${nothing}, (case when signal.outcome in ('inquiry', 'escalation') then 0.2 else 0 end)::real,
           ${untended}, signal.found_at
    from signal left join triage on triage.signal_id = signal.id and triage.undone_at is null
    where ${among(sql`signal.id`, ids)} and signal.hidden_at is null`,
}

/** What came of it is found as well as what was done. */
export const stories: Source = {
  kind: 'story',
  quality: 'merit',
  rows: (ids) => sql`
    select story.id, story.id, story.title,
           ${read(sql`concat_ws(' ', story.immediate, story.potential, story.applied, story.realized, story.transformative, story.evidence)`)},
           null, 'inside', array[story.community_id], ${none}, ${none}, null::text, ${nothing},
           (case when story.evidence = '' then 0.2 else 0.4 end)::real, ${untended}, story.at
    from value_story story where ${among(sql`story.id`, ids)} and story.withdrawn_at is null
      and story.hidden_at is null`,
}
