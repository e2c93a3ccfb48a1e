import { type Database, inTransaction } from '#platform/database.ts'
import { refuse } from '../../refusals.ts'
import type { Source } from '../../sources/source.ts'
import { sourceMeant } from '../from-files.ts'
import { readImport, type ReadingOptions } from '../importing.ts'
import { forget, type ImportRow, saveImport } from '../queries/imports.ts'
import { areBeingRead, lastRead, unfinishedMailboxes } from '../queries/mailboxes.ts'
import { type Access, accessFrom } from './access.ts'
import { type MailboxFile, nameOf, openMailbox } from './mailbox.ts'

export interface AskedMailboxes {
  /** `imaps://name@host` */
  address: string
  mailboxes: string[]
  secret: Access['secret']
  ca?: string | undefined
  source?: string | undefined
  dryRun?: boolean | undefined
}

/** Reads heads of mails from a server of mail: what came since the last time, or from where it was cut off. */
export async function importMailboxes(
  db: Database,
  { address, mailboxes, secret, ca, source: name, dryRun = false }: AskedMailboxes,
  options: Omit<ReadingOptions, 'dryRun'> = {},
): Promise<{ source: Source; found: ImportRow }> {
  const source = await sourceMeant(db, name)
  const access = { ...accessFrom(address), secret, ca }
  const { begun, anew, files } = await beginMailboxes(db, { source, access, mailboxes, byId: null, dryRun })
  try {
    return { source, found: await readImport(db, begun.number, files, { ...options, dryRun }) }
  } finally {
    if (dryRun) await forget(db, begun.id)
    else if (anew) await forget(db, begun.id, 'unread')
    for (const file of files) file.close()
  }
}

interface Beginning {
  source: Source
  access: Access
  mailboxes: string[]
  byId: string | null
  dryRun?: boolean
}

/** Opens mailboxes and says that they are about to be read; those that hold nothing new are closed again. */
export async function beginMailboxes(db: Database, { source, access, mailboxes, byId, dryRun }: Beginning) {
  const names = mailboxes.map((mailbox) => nameOf(access, mailbox))
  if (!dryRun && (await areBeingRead(db, source.id, names))) throw refuse.conflict('importBusy')
  const open = dryRun ? undefined : await unfinishedMailboxes(db, source.id, names)
  const files: MailboxFile[] = []
  try {
    for (const mailbox of meant(mailboxes, access, open))
      files.push(await mailboxOf(db, { source, access, mailbox, open }))
    const news = open ? files : files.filter(({ size }) => size > 0)
    if (news.length === 0) throw refuse.conflict('mailboxNothingNew', { names: names.join(', ') })
    for (const file of files) if (!news.includes(file)) file.close()
    const listed = news.map(({ name: called, size, range }) => ({ name: called, size, range }))
    const begun =
      open ??
      (await inTransaction(db, (tx) => saveImport(tx, { sourceId: source.id, byId, files: listed, state: 'waiting' })))
    return { begun, anew: !open, files: news }
  } catch (error) {
    for (const file of files) file.close()
    throw error
  }
}

/** Those that were begun, in their order; else all. */
const meant = (mailboxes: string[], access: Access, open: ImportRow | undefined): string[] =>
  open ? open.files.flatMap(({ name }) => mailboxes.filter((one) => nameOf(access, one) === name)) : mailboxes

interface Wanted {
  source: Source
  access: Access
  mailbox: string
  open: ImportRow | undefined
}

/** Goes on in the range that was begun, or begins after the last mail that was read. */
async function mailboxOf(db: Database, { source, access, mailbox, open }: Wanted): Promise<MailboxFile> {
  const name = nameOf(access, mailbox)
  const begun = open?.files.find((file) => file.name === name)?.range
  const before = begun ? undefined : await lastRead(db, source.id, name)
  return openMailbox(access, mailbox, (validity, last) => {
    if (begun && begun.validity !== validity) throw refuse.conflict('mailboxRenumbered', { name })
    if (begun) return begun
    return { validity, from: before?.validity === validity ? before.to + 1 : 1, to: last }
  })
}
