import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

/** The address itself, or with a number after it when it is taken. */
export async function freeSlug(tx: Writer, slug: string): Promise<string> {
  const base = slug.slice(0, 74).replace(/-$/, '')
  const { rows } = await sql<{ slug: string }>`
    select slug from community where slug = ${base} or slug like ${`${base}-%`}`.execute(tx)
  const taken = new Set(rows.map((row) => row.slug))
  if (!taken.has(base)) return base
  let number = 2
  while (taken.has(`${base}-${number}`)) number++
  return `${base}-${number}`
}

/** Takes the colour that the fewest communities have. */
export const saveRecognised = async (
  tx: Writer,
  { slug, name, short }: { slug: string; name: string; short: string },
) => {
  const { rows } = await sql<{ id: string }>`
    insert into community (slug, name, short, colour, visibility, origin)
    values (${slug}, ${name}, ${short}, (
      select colour from generate_series(1, 8) as colour
      order by (select count(*) from community other where other.colour = colour.colour), colour limit 1), 'private', 'emergent')
    returning id`.execute(tx)
  return rows[0]!
}

/** Invitations that nobody signed: they come from having agreed. */
export const saveInvitations = (tx: Writer, communityId: string, people: string[], message: string) =>
  tx
    .insertInto('invitation')
    .values(people.map((personId) => ({ communityId, personId, message, byId: null })))
    .execute()
