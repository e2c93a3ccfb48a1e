import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'

/** The chart and all communities through it are for people of the organization: a guest was invited to one community. */
export async function ofTheOrganization(db: Reader, actor: Actor): Promise<void> {
  const { rows } = await sql`select from person where id = ${actor.id} and origin = 'guest'`.execute(db)
  if (rows.length > 0) throw refuse.forbidden('notForGuests')
}
