import type pg from 'pg'
import { workApart } from '#platform/apart/work.ts'
import { openDatabase, openPool } from '#platform/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { refuse } from '../../refusals.ts'
import { readImport } from '../importing.ts'
import { failBegun } from '../queries/mailboxes.ts'
import type { Access } from './access.ts'
import { type MailboxFile, nameOf, openMailbox, type Range } from './mailbox.ts'

export interface MailboxesGiven {
  connection: pg.PoolConfig
  number: number
  /** With the secret: held here for as long as this process lives. */
  access: Access
  mailboxes: { mailbox: string; range: Range }[]
}

await workApart(async ({ connection, number, access, mailboxes }: MailboxesGiven) => {
  const pool = openPool(connection, 3)
  const db = openDatabase(pool)
  const files: MailboxFile[] = []
  try {
    for (const { mailbox, range } of mailboxes)
      files.push(
        await openMailbox(access, mailbox, (validity) => {
          if (validity !== range.validity) throw refuse.conflict('mailboxRenumbered', { name: nameOf(access, mailbox) })
          return range
        }),
      )
    await readImport(db, number, files)
  } catch (error) {
    // A refusal lies with the import, where the page tells it.
    const refusal = error instanceof Refusal ? error : undefined
    await failBegun(db, number, { key: refusal?.key ?? 'network:importDefect', params: refusal?.params ?? {} })
    if (!refusal) throw error
  } finally {
    for (const file of files) file.close()
    await db.destroy()
  }
})
