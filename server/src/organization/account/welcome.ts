import type { Enter, WelcomeView } from '@mortar/contract/account'
import { passwordFault } from '@mortar/contract/password'
import { hashPassword } from 'better-auth/crypto'
import { audit } from '#activity/index.ts'
import { type Database, inTransaction, type Reader, violated, type Writer } from '#platform/database.ts'
import { giveEmail, ownWordsOf, personByEmail, saveAccount, savePerson } from '../queries/accounts.ts'
import { bindLink, findLink, holdLink, type LinkRow, useLink } from '../queries/links.ts'
import { joinOffice, lockOffice, officeIsStaffed } from '../queries/office.ts'
import { endSessions, savePassword } from '../queries/sessions.ts'
import { settingsOf } from '../queries/settings.ts'
import { refuse } from '../refusals.ts'
import { tokenHash } from '../session.ts'

/** A link that is still good; one that is not says what became of it. */
async function goodLink(db: Reader, token: string): Promise<LinkRow> {
  const link = await findLink(db, tokenHash(token))
  if (!link || link.gone) throw refuse.notFound('linkUnknown')
  if (link.usedAt) throw refuse.gone('linkUsed', { on: link.usedAt })
  if (link.expiresAt <= new Date()) throw refuse.gone(link.purpose === 'first' ? 'firstLinkExpired' : 'linkExpired')
  return link
}

export async function welcomeFor(db: Database, token: string): Promise<WelcomeView> {
  const { purpose, name, email, expiresAt } = await goodLink(db, token)
  const { name: organization } = await settingsOf(db)
  return { purpose, name: name ?? '', email, organization, expiresAt: expiresAt.toISOString() }
}

/**
 * Lets somebody in by a link. A password uses it up; who wants a passkey instead may turn away from it, so their link
 * stays good until they have one. Returns the account to open a session for.
 */
export async function enterBy(
  db: Database,
  token: string,
  { name, email, password }: Enter,
  address: string,
): Promise<string> {
  const link = await goodLink(db, token)
  const own = [name ?? link.name ?? '', email ?? link.email ?? '', ...(await ownWordsOf(db, link.personId))]
  const hash = password && (await goodPassword(password, own))

  return inTransaction(db, async (tx) => {
    const take = hash ? useLink : holdLink
    if (!(await take(tx, tokenHash(token)))) throw refuse.gone('linkUsed', { on: new Date() })
    const { accountId, personId } =
      link.purpose === 'first' ? await beginOffice(tx, name, email) : await accountBy(tx, link, email)
    if (hash) await savePassword(tx, accountId, hash)
    else if (link.purpose === 'first') await bindLink(tx, tokenHash(token), personId)
    if (link.purpose === 'recovery') await endSessions(tx, personId, { except: null })
    await audit(tx, `account.${link.purpose}_link_used`, { actor: personId, subject: personId, address })
    return accountId
  }).catch(emailTaken)
}

/** Hashed as it is kept; refuses what others would guess. */
export async function goodPassword(password: string, own: readonly string[]): Promise<string> {
  const fault = passwordFault(password, own)
  if (fault) throw refuse.invalid(`password_${fault}`)
  return hashPassword(password)
}

async function beginOffice(tx: Writer, name: string | undefined, email: string | undefined) {
  if (!name) throw refuse.invalid('nameMissing')
  if (!email) throw refuse.invalid('emailMissing')
  await lockOffice(tx)
  if (await officeIsStaffed(tx)) throw refuse.gone('officeStaffed')
  // The organization may have been imported before anybody signed in.
  const { id: personId } = (await personByEmail(tx, email)) ?? (await savePerson(tx, name, email))
  await joinOffice(tx, personId)
  const { id: accountId } = await saveAccount(tx, { personId, name, email })
  return { personId, accountId }
}

async function accountBy(tx: Writer, link: LinkRow, given: string | undefined) {
  const personId = link.personId!
  if (link.accountId) return { personId, accountId: link.accountId }
  const email = link.email ?? given
  if (!email) throw refuse.invalid('emailMissing')
  if (!link.email) await giveEmail(tx, personId, email)
  const { id: accountId } = await saveAccount(tx, { personId, name: link.name!, email })
  return { personId, accountId }
}

function emailTaken(error: unknown): never {
  throw /_(email|person_id)_key$/.test(violated(error) ?? '') ? refuse.conflict('emailTaken') : error
}
