import type { ImapFlow, MailboxObject } from 'imapflow'
import { refuse } from '../../refusals.ts'
import { type Access, isHere, refusalOf } from './access.ts'

const patience = { connectionTimeout: 30_000, greetingTimeout: 15_000, socketTimeout: 120_000 }
/** A head is far smaller; no server makes us hold more at once. */
const largest = { maxLiteralSize: 4 * 1024 ** 2, maxLineLength: 4 * 1024 ** 2, maxResponseSize: 16 * 1024 ** 2 }

export interface Opened {
  client: ImapFlow
  mailbox: MailboxObject
}

/** Opens a mailbox for reading only: nothing in it is marked as seen. Nothing of the talk is logged. */
export async function open(access: Access, name: string): Promise<Opened> {
  const client = await connect(access)
  try {
    return { client, mailbox: await client.mailboxOpen(name, { readOnly: true }) }
  } catch (error) {
    const names = await namesIn(client)
    client.close()
    if (names.length > 0 && !names.includes(name))
      throw refuse.notFound('mailboxMissing', { name, names: names.slice(0, 30).join(', ') })
    throw refusalOf(error, access)
  }
}

async function connect(access: Access): Promise<ImapFlow> {
  const { host, port, secure, user, secret, ca } = access
  // Read when there is a mailbox: it would take a tenth of the server's memory where there never is one.
  const { ImapFlow: Talk } = await import('imapflow')
  const client = new Talk({
    host,
    port,
    secure,
    auth: 'token' in secret ? { user, accessToken: secret.token } : { user, pass: secret.password },
    ...(secure ? {} : { doSTARTTLS: !isHere(host) }),
    ...(ca ? { tls: { ca } } : {}),
    logger: false,
    disableAutoIdle: true,
    ...patience,
    ...largest,
  })
  // A line that is cut is told by what was under way; without somebody who hears, it would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw refusalOf(error, access)
  }
}

const namesIn = (client: ImapFlow): Promise<string[]> =>
  client.list().then(
    (found) => found.map(({ path }) => path),
    () => [],
  )
