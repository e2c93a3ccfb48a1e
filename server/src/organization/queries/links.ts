import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'

export type Purpose = 'first' | 'invitation' | 'recovery'

export interface LinkRow {
  purpose: Purpose
  personId: string | null
  name: string | null
  email: string | null
  madeAt: Date
  expiresAt: Date
  usedAt: Date | null
  accountId: string | null
  gone: boolean
}

export async function findLink(db: Reader, hash: Buffer): Promise<LinkRow | undefined> {
  const { rows } = await sql<LinkRow>`
    select link.purpose, link.person_id, person.name, person.email, link.made_at, link.expires_at, link.used_at,
           account.id as account_id,
           person.erased_at is not null or coalesce(person.left_on <= current_date, false) as gone
    from sign_in_link link
    left join person on person.id = link.person_id
    left join account on account.person_id = link.person_id
    where link.hash = ${hash}`.execute(db)
  return rows[0]
}

/** Uses a link; tells whether it was still good, so that of two at once only one comes in. */
export async function useLink(tx: Writer, hash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('signInLink')
    .set({ usedAt: sql<Date>`now()` })
    .where('hash', '=', hash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether a link is still good, for somebody who comes in by it and has yet to make a passkey. */
export async function holdLink(tx: Writer, hash: Buffer): Promise<boolean> {
  const { rows } = await sql`
    select from sign_in_link where hash = ${hash} and used_at is null and expires_at > now() for update`.execute(tx)
  return rows.length > 0
}

/** The first link, once somebody came in by it, is theirs alone. */
export const bindLink = (tx: Writer, hash: Buffer, personId: string) =>
  tx.updateTable('signInLink').set({ purpose: 'invitation', personId }).where('hash', '=', hash).execute()

/** Who has a way in of their own needs no link any more. */
export const useLinksOf = (db: Database | Writer, personId: string) =>
  db
    .updateTable('signInLink')
    .set({ usedAt: sql<Date>`now()` })
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', sql<Date>`now()`)
    .execute()

export interface NewLink {
  hash: Buffer
  purpose: Purpose
  personId: string | null
  madeBy: string | null
  expiresAt: Date
}

/** Keeps new links. Those of the same people that nobody used end. */
export async function saveLinks(tx: Writer, links: NewLink[]): Promise<void> {
  if (links.length === 0) return
  await withdrawLinks(
    tx,
    links.flatMap(({ personId }) => personId ?? []),
  )
  const { hash, purpose, personId, madeBy, expiresAt } = columnsOf(links)
  await sql`
    insert into sign_in_link (hash, purpose, person_id, made_by, expires_at)
    select * from unnest(${hash}::bytea[], ${purpose}::text[], ${personId}::uuid[], ${madeBy}::uuid[], ${expiresAt}::timestamptz[])`.execute(
    tx,
  )
}

const columnsOf = (links: NewLink[]) => ({
  hash: links.map((link) => link.hash),
  purpose: links.map((link) => link.purpose),
  personId: links.map((link) => link.personId),
  madeBy: links.map((link) => link.madeBy),
  expiresAt: links.map((link) => link.expiresAt),
})

/** Ends the links of people that nobody used. */
export const withdrawLinks = (tx: Writer, personIds: string[]) =>
  sql`update sign_in_link set expires_at = now()
      where person_id = any(${personIds}::uuid[]) and used_at is null and expires_at > now()`.execute(tx)
