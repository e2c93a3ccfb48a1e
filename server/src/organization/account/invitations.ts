import type { AccountLine, Invite, PersonalLink } from '@mortar/contract/office'
import { audit } from '#activity/index.ts'
import { idOfRow, pageFrom, readCursor } from '#platform/cursor.ts'
import { type Database, inTransaction, violated, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { nameOrder } from '../queries/language.ts'
import { peopleFor } from '../people.ts'
import { savePerson } from '../queries/accounts.ts'
import { withdrawLinks } from '../queries/links.ts'
import { accountsByIds, type AccountsQuery, accountsOf, type AccountRow } from '../queries/office.ts'
import { erasedBy, type Marking } from '../erasure/marks.ts'
import { marksKept } from '../erasure/queries.ts'
import { refuse } from '../refusals.ts'
import { makeLinks } from './links.ts'

/** More links at once than anybody hands out; by unit they are also easier to give to the right people. */
const most = 20_000

export async function presentAccounts(
  db: Database,
  query: Omit<AccountsQuery, 'after'> & { after?: string | undefined },
) {
  const rows = await accountsOf(db, await nameOrder(db), { ...query, after: readCursor(query.after, 2, idOfRow.uuid) })
  const { items, next } = pageFrom(rows, query.limit, ({ name, id }) => [name, id])
  const person = await peopleFor(
    db,
    items.map(({ id }) => id),
  )
  return { items: items.map((row): AccountLine => ({ ...person(row.id)!, ...factsOf(row) })), next }
}

const factsOf = ({ email, account, linkUntil, leftOn }: AccountRow) => ({
  email,
  account,
  linkUntil: linkUntil?.toISOString() ?? null,
  leftOn,
})

interface NewPerson {
  name: string
  email: string
  /** Taken in although somebody with this address was erased. */
  erased: boolean
}

export const addPerson = (
  db: Database,
  actor: Actor,
  input: NewPerson,
  { address, marking }: { address: string; marking: Marking },
) =>
  inTransaction(db, async (tx) => {
    const on = erasedBy(await marksKept(tx), marking)({ id: null, email: input.email })
    if (on && !input.erased) throw refuse.conflict('wasErased', { on })
    const { id } = await savePerson(tx, input.name, input.email).catch((error: unknown) => {
      throw violated(error) === 'person_email_key' ? refuse.conflict('emailKnown') : error
    })
    await audit(tx, 'person.added', { actor: actor.id, subject: id, address })
    return { id }
  })

/** Makes a link for each of the people meant who have no account. Links of theirs that nobody used end. */
export const invite = (
  db: Database,
  baseUrl: string,
  actor: Actor,
  whom: Invite,
  address: string,
): Promise<PersonalLink[]> =>
  inTransaction(db, async (tx) => {
    const people = await invited(tx, whom)
    if (people.length > most) throw refuse.conflict('tooManyInvited', { most })
    const links = await linksFor(tx, baseUrl, 'invitation', actor, people)
    await audit(tx, 'account.invited', { actor: actor.id, address, detail: { people: links.length } })
    return links
  })

async function invited(tx: Writer, whom: Invite): Promise<AccountRow[]> {
  if ('people' in whom) {
    return (await accountsByIds(tx, whom.people)).filter(({ account, leftOn }) => !account && !leftOn)
  }
  const where = 'unit' in whom ? { unit: whom.unit } : {}
  return accountsOf(tx, await nameOrder(tx), { state: 'without', limit: most, ...where })
}

/** A new way in for somebody who lost theirs. */
export const recover = (
  db: Database,
  baseUrl: string,
  actor: Actor,
  id: string,
  address: string,
): Promise<PersonalLink> =>
  inTransaction(db, async (tx) => {
    const [person] = await accountsByIds(tx, [id])
    if (!person) throw refuse.notFound('notFound')
    if (person.leftOn) throw refuse.conflict('hasLeft', { name: person.name })
    if (!person.account) throw refuse.conflict('noAccountYet', { name: person.name })
    const [link] = await linksFor(tx, baseUrl, 'recovery', actor, [person])
    await audit(tx, 'account.recovery_link_made', { actor: actor.id, subject: id, address })
    return link!
  })

async function linksFor(
  tx: Writer,
  baseUrl: string,
  purpose: 'invitation' | 'recovery',
  actor: Actor,
  people: AccountRow[],
): Promise<PersonalLink[]> {
  const ids = people.map(({ id }) => id)
  const [links, person] = await Promise.all([makeLinks(tx, baseUrl, purpose, actor.id, ids), peopleFor(tx, ids)])
  return people.map(({ id, email }, n) => ({
    person: person(id)!,
    email,
    link: links[n]!.link,
    expiresAt: links[n]!.expiresAt.toISOString(),
  }))
}

export const withdraw = (db: Database, actor: Actor, id: string, address: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    await withdrawLinks(tx, [id])
    await audit(tx, 'account.link_withdrawn', { actor: actor.id, subject: id, address })
  })
