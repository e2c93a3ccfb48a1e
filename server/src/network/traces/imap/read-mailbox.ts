import { mailOf } from '@mortar/traces'
import { Refusal } from '#platform/refusal.ts'
import type { ReadForm } from '../forms/read-form.ts'
import { Taking } from '../gather/taking.ts'
import type { MailboxFile } from './mailbox.ts'

/** After so many heads what was gathered is written: a mailbox is slow, and a line may be cut. */
const often = 50_000

/** A mailbox, head by head from where it was written up to. */
export const readMailbox: ReadForm = async (file, place, { gather, isFull, write, at, seen }) => {
  const taking = new Taking(gather)
  let read = place
  let since = 0
  const keep = async () => {
    await write(read)
    gather.written()
    since = 0
  }
  try {
    for await (const { place: byte, head } of (file as MailboxFile).headsAfter(place.byte)) {
      taking.take(mailOf(head, seen))
      read = { byte, row: gather.rows }
      at(byte)
      if (++since >= often || isFull()) await keep()
    }
  } catch (error) {
    // What came before the line was cut for good is kept, to go on from.
    if (since > 0 && error instanceof Refusal && error.key === 'network:mailboxLost') await keep()
    throw error
  }
}
