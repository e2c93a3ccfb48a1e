import type { MailboxesAsked } from '@mortar/contract/network-traces'
import type { FastifyBaseLogger } from 'fastify'
import type { z } from 'zod'
import { startApart } from '#platform/apart/start.ts'
import type { Database } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../../refusals.ts'
import type { Source } from '../../sources/source.ts'
import { connectionOf, type Limits, sourceToFill } from '../actions.ts'
import { awaitReading } from '../queries/imports.ts'
import { accessTo } from './access.ts'
import { beginMailboxes } from './import-mailboxes.ts'
import type { MailboxesGiven } from './worker.ts'

/** Servers whose mailboxes may be read into a source from its page. */
export const mailHostsFor = ({ kind }: Pick<Source, 'kind'>, { mailHosts }: Pick<Limits, 'mailHosts'>): string[] =>
  kind === 'messages' ? [...mailHosts] : []

interface Around {
  limits: Pick<Limits, 'mailHosts'>
  log: FastifyBaseLogger
}

/**
 * Opens mailboxes of a server that was named, and has them read in a process of its own. The secret goes to that process
 * and nowhere else: whoever goes on with what was cut off types it again.
 */
export async function readMailboxes(
  db: Database,
  actor: Actor,
  id: string,
  { host, user, mailboxes, kind, secret }: z.infer<typeof MailboxesAsked>,
  { limits, log }: Around,
): Promise<{ id: string }> {
  const source = await sourceToFill(db, actor, id)
  if (!mailHostsFor(source, limits).includes(host.toLowerCase())) throw refuse.conflict('mailHostNotNamed', { host })
  const access = accessTo(host.toLowerCase(), user, kind === 'token' ? { token: secret } : { password: secret })
  const { begun, files } = await beginMailboxes(db, {
    source,
    access,
    mailboxes: [...new Set(mailboxes)],
    byId: actor.id,
  })
  for (const file of files) file.close()
  await awaitReading(db, begun.id)
  const given: MailboxesGiven = {
    connection: connectionOf(db),
    number: begun.number,
    access,
    mailboxes: files.map(({ mailbox, range }) => ({ mailbox, range })),
  }
  startApart(new URL('worker.ts', import.meta.url), given).ended.catch((error: unknown) =>
    log.error({ err: error }, 'mailboxes could not be read'),
  )
  return { id: begun.id }
}
