import type { PulseTheme } from '@mortar/contract/measurement-pulse'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Given } from './result.ts'
import type { Result, Wave } from './wave.ts'

const columns = sql`id, community_id, themes, opened_on, closes_on, state, closed_on, result`

export async function hasJoined(db: Reader, person: string): Promise<boolean> {
  const row = await db.selectFrom('pulseChoice').select('personId').where('personId', '=', person).executeTakeFirst()
  return row !== undefined
}

/** The same as a condition: of who said no to pulses, none can wait. */
export const joinedPulses = (person: RawBuilder<string>) =>
  sql`exists (select from pulse_choice where person_id = ${person})`

export const join = (tx: Writer, personId: string) =>
  tx
    .insertInto('pulseChoice')
    .values({ personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const leave = (tx: Writer, person: string) =>
  tx.deleteFrom('pulseChoice').where('personId', '=', person).execute()

/** With `hold`, what is done to one wave comes one by one. */
export async function findWave(db: Reader, id: string, hold = false): Promise<Wave | undefined> {
  const { rows } = await sql<Wave>`
    select ${columns} from pulse_wave where id = ${id} ${hold ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

/** The waves of a community, or of the organization (null), the latest first. */
export async function wavesOf(db: Reader, community: string | null, limit = 24): Promise<Wave[]> {
  const { rows } = await sql<Wave>`
    select ${columns} from pulse_wave where community_id is not distinct from ${community}
    order by opened_on desc, id desc limit ${limit}`.execute(db)
  return rows
}

/** What is open for somebody: of their communities, and of the organization for whoever belongs to it. */
export async function openFor(db: Reader, person: string): Promise<Wave[]> {
  const { rows } = await sql<Wave>`
    select ${columns} from pulse_wave
    where state = 'open' and closes_on >= current_date and (
      community_id in (select community_id from membership where person_id = ${person})
      or community_id is null and exists (select from person where id = ${person} and origin = 'organization'))
    order by closes_on, id`.execute(db)
  return rows
}

export async function dueWaves(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from pulse_wave where state = 'open' and closes_on < current_date order by id limit 50`.execute(db)
  return rows.map(({ id }) => id)
}

/** Nothing where one is open already. */
export async function saveWave(
  tx: Writer,
  row: { communityId: string | null; themes: PulseTheme[]; closesOn: string; openedBy: string | null },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into pulse_wave (community_id, themes, closes_on, opened_by)
    values (${row.communityId}, ${row.themes}::text[], ${row.closesOn}, ${row.openedBy})
    on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id
}

export interface Rhythm {
  communityId: string | null
  weeks: number
  lasts: number
  until: string
  setBy: string | null
  setOn: string
}

const rhythmColumns = ['communityId', 'weeks', 'lasts', 'until', 'setBy', 'setOn'] as const

export const rhythmOf = (db: Reader, community: string | null): Promise<Rhythm | undefined> =>
  db
    .selectFrom('pulseRhythm')
    .select(rhythmColumns)
    .where('communityId', community === null ? 'is' : '=', community)
    .executeTakeFirst()

export async function saveRhythm(tx: Writer, row: Omit<Rhythm, 'setOn'>): Promise<void> {
  await sql`
    insert into pulse_rhythm (community_id, weeks, lasts, until, set_by)
    values (${row.communityId}, ${row.weeks}, ${row.lasts}, ${row.until}, ${row.setBy})
    on conflict (community_id) do update
      set weeks = excluded.weeks, lasts = excluded.lasts, until = excluded.until, set_by = excluded.set_by,
          set_on = current_date`.execute(tx)
}

/** Tells whether there was one. */
export async function endRhythm(tx: Writer, community: string | null): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('pulseRhythm')
    .where('communityId', community === null ? 'is' : '=', community)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Rhythms that last, of communities that live, in which no wave is open and the day of the next has come. */
export async function dueRhythms(db: Reader): Promise<Rhythm[]> {
  const { rows } = await sql<Rhythm>`
    select held.community_id, weeks, lasts, until, set_by, set_on from pulse_rhythm held
    left join community on community.id = held.community_id
    where held.until >= current_date and community.closed_at is null and not exists (
      select from pulse_wave wave where wave.community_id is not distinct from held.community_id
        and (wave.state = 'open' or wave.opened_on > current_date - held.weeks * 7))
    order by held.community_id limit 200`.execute(db)
  return rows
}

/** Spends the one answer that somebody has; tells whether it was there. */
export async function spend(tx: Writer, wave: string, mark: Buffer): Promise<boolean> {
  const { rows } = await sql`
    insert into pulse_token (wave_id, mark) values (${wave}, ${mark}) on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export interface Spent {
  waveId: string
  mark: Buffer
}

export const spentOf = (db: Reader, waves: readonly string[]): Promise<Spent[]> =>
  waves.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('pulseToken')
        .select(['waveId', 'mark'])
        .where('waveId', 'in', [...waves])
        .orderBy('waveId')
        .orderBy('mark')
        .execute()

export async function countsOf(db: Reader, waves: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select wave_id as id, count(*)::int as count from pulse_token where wave_id = any(${waves}::uuid[]) group by wave_id`.execute(
    db,
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Takes sealed answers out: all of them, or as many as are to be mixed with a new one. */
export async function takeHeld(tx: Writer, wave: string, most?: number): Promise<Buffer[]> {
  const { rows } = await sql<{ sealed: Buffer }>`
    delete from pulse_held where id in (
      select id from pulse_held where wave_id = ${wave} order by random() ${most === undefined ? sql`` : sql`limit ${most}`})
    returning sealed`.execute(tx)
  return rows.map(({ sealed }) => sealed)
}

/** In the order given, which is one of chance. */
export async function hold(tx: Writer, wave: string, sealed: readonly Buffer[]): Promise<void> {
  await tx
    .insertInto('pulseHeld')
    .values(sealed.map((each) => ({ waveId: wave, sealed: each })))
    .execute()
}

/** Writes all answers of a wave at once, in the order given, which is one of chance. */
export async function saveAnswers(tx: Writer, wave: string, answers: readonly Given[]): Promise<void> {
  await sql`
    insert into pulse_answer (wave_id, given)
    select ${wave}, each.given from jsonb_array_elements(${JSON.stringify(answers)}::jsonb) with ordinality each(given, place)
    order by place`.execute(tx)
}

export async function close(tx: Writer, wave: string, result: Result): Promise<void> {
  await sql`
    update pulse_wave set state = 'closed', closed_on = current_date, result = ${JSON.stringify(result)}::jsonb
    where id = ${wave} and state = 'open'`.execute(tx)
}

/** What was answered in the latest closed wave of each other community that asked about a theme within a year. */
export async function othersOn(
  db: Reader,
  theme: PulseTheme,
  except: string | null,
): Promise<{ waveId: string; given: Given }[]> {
  const { rows } = await sql<{ waveId: string; given: Given }>`
    select answer.wave_id, answer.given from (
      select distinct on (wave.community_id) wave.id from pulse_wave wave
      where wave.state = 'closed' and ${theme} = any(wave.themes) and wave.closed_on > current_date - 365
        and wave.community_id is not null and wave.community_id is distinct from ${except}
      order by wave.community_id, wave.closed_on desc, wave.id desc) latest
    join pulse_answer answer on answer.wave_id = latest.id
    order by answer.wave_id, answer.id`.execute(db)
  return rows
}

/** The scopes in which marks are kept. */
export async function scopes(db: Reader): Promise<(string | null)[]> {
  const { rows } = await sql<{ communityId: string | null }>`select distinct community_id from pulse_wave`.execute(db)
  return rows.map(({ communityId }) => communityId)
}

export const forgetMarks = (tx: Writer, marks: readonly Buffer[]) =>
  marks.length === 0
    ? Promise.resolve()
    : sql`delete from pulse_token where mark = any(${marks as Buffer[]}::bytea[])`.execute(tx)
