import { setTimeout as pause } from 'node:timers/promises'
import { type Head, headOf, longestHead } from '@mortar/traces'
import type { ImapFlow } from 'imapflow'
import { Refusal } from '#platform/refusal.ts'
import { refuse } from '../../refusals.ts'
import type { TraceFile } from '../read/files.ts'
import type { Access } from './access.ts'
import { open } from './connect.ts'

/** Which mails of a mailbox are read: those from one number to another, as the server numbers them. */
export interface Range {
  /** The server numbers its mails anew when this changes. */
  validity: string
  from: number
  to: number
}

export interface MailboxFile extends TraceFile {
  /** What the server calls it. */
  mailbox: string
  range: Range
  /** Heads of the mails after a place in the range, and each one's place. */
  headsAfter(place: number): AsyncGenerator<{ place: number; head: Head }>
  close(): void
}

const fields = ['from', 'to', 'cc', 'bcc', 'date', 'message-id']
const tries = 4
const firstPause = 300

export const nameOf = ({ user, host }: Access, mailbox: string): string => `${user} ${host} ${mailbox}`

/** A mailbox as something to read traces from; `begin` says from where, once it is known how the server numbers. */
export async function openMailbox(
  access: Access,
  mailbox: string,
  begin: (validity: string, last: number) => Range,
): Promise<MailboxFile> {
  const first = await open(access, mailbox)
  const validity = String(first.mailbox.uidValidity)
  const range = begin(validity, first.mailbox.uidNext - 1)
  const name = nameOf(access, mailbox)
  // Told apart from others without reading anything of it.
  const print = Buffer.from(`${name} ${range.validity} ${range.from}`)
  let client: ImapFlow | undefined = first.client

  async function again(): Promise<ImapFlow> {
    const opened = await open(access, mailbox)
    client = opened.client
    if (String(opened.mailbox.uidValidity) !== range.validity) throw refuse.conflict('mailboxRenumbered', { name })
    return client
  }

  async function* headsAfter(place: number): AsyncGenerator<{ place: number; head: Head }> {
    let last = range.from - 1 + place
    for (let failed = 0; last < range.to;) {
      try {
        const from = client?.usable ? client : await again()
        for await (const { uid, headers } of from.fetch(
          `${last + 1}:${range.to}`,
          { uid: true, headers: fields },
          { uid: true },
        )) {
          failed = 0
          if (uid <= last || uid > range.to) continue
          last = uid
          yield {
            place: uid - range.from + 1,
            head: headOf((headers ?? Buffer.alloc(0)).toString('latin1', 0, longestHead)),
          }
        }
        return
      } catch (error) {
        if (error instanceof Refusal && error.key !== 'network:mailboxUnreachable') throw error
        client?.close()
        client = undefined
        if (++failed >= tries) throw refuse.conflict('mailboxLost', { name })
        await pause(firstPause * 2 ** failed)
      }
    }
  }

  return {
    name,
    mailbox,
    size: range.to - range.from + 1,
    form: 'imap',
    range,
    headsAfter,
    async *from() {
      yield print
    },
    slice: () => Promise.resolve(print),
    close: () => client?.close(),
  }
}
