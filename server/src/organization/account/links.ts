import { randomBytes } from 'node:crypto'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import { tokenHash } from '../session.ts'
import { type Purpose, saveLinks } from '../queries/links.ts'
import { accountsByIds, officeIsStaffed, officeMembers } from '../queries/office.ts'

export interface MadeLink {
  link: string
  expiresAt: Date
}

const hours: Record<Purpose, number> = { first: 24, invitation: 14 * 24, recovery: 24 }

/** The link with which the first person makes themselves the knowledge office; none when somebody is. */
export const firstLink = (db: Database, baseUrl: string): Promise<MadeLink | undefined> =>
  inTransaction(db, async (tx) => {
    if (await officeIsStaffed(tx)) return undefined
    const [made] = await makeLinks(tx, baseUrl, 'first', null, [null])
    return made
  })

/** Links that let people in once. What is told here is kept nowhere: the table holds hashes. */
export async function makeLinks(
  tx: Writer,
  baseUrl: string,
  purpose: Purpose,
  madeBy: string | null,
  personIds: (string | null)[],
): Promise<MadeLink[]> {
  const expiresAt = new Date(Date.now() + hours[purpose] * 3_600_000)
  const made = personIds.map((personId) => ({ personId, token: randomBytes(24).toString('base64url') }))
  await saveLinks(
    tx,
    made.map(({ personId, token }) => ({ hash: tokenHash(token), purpose, personId, madeBy, expiresAt })),
  )
  return made.map(({ token }) => ({ link: `${baseUrl}/welcome/${token}`, expiresAt }))
}

/** For whoever runs the machine, when nobody of the knowledge office can come in any more: a new way in for each of them. */
export const officeLinks = (
  db: Database,
  baseUrl: string,
): Promise<({ name: string; email: string | null } & MadeLink)[]> =>
  inTransaction(db, async (tx) => {
    const members = await officeMembers(tx)
    const people = await accountsByIds(
      tx,
      members.map(({ personId }) => personId),
    )
    const here = people.filter(({ leftOn }) => !leftOn)
    return Promise.all(
      here.map(async ({ id, name, email, account }) => {
        const [made] = await makeLinks(tx, baseUrl, account ? 'recovery' : 'invitation', null, [id])
        return { name, email, ...made! }
      }),
    )
  })
