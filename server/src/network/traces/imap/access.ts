import { refuse } from '../../refusals.ts'

/** How a mailbox is reached. The secret is held for one run and written nowhere. */
export interface Access {
  host: string
  port: number
  /** Encrypted from the first byte; else from before the secret is told, or not at all on this machine itself. */
  secure: boolean
  user: string
  secret: { password: string } | { token: string }
  /** A certificate to trust beside those that the machine trusts. */
  ca?: string | undefined
}

const ports: Record<string, number> = { 'imaps:': 993, 'imap:': 143 }

/** Reads `imaps://name@host:port`. A secret has no place in an address: others see what is typed. */
export function accessFrom(address: string): Omit<Access, 'secret'> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const port = url && ports[url.protocol]
  if (!url || !port || !url.hostname) throw refuse.invalid('mailboxAddress', {})
  if (url.password) throw refuse.invalid('mailboxSecretInAddress', {})
  if (!url.username) throw refuse.invalid('mailboxWhose', { host: url.hostname })
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || port),
    secure: url.protocol === 'imaps:',
    user: decodeURIComponent(url.username),
  }
}

/**
 * A server of mail that whoever runs Mortar has named, `imap.example.org` or with a port. Encrypted from the first byte,
 * but on the machine itself and on the port for mail that begins in the open and is encrypted before the secret is told.
 */
export function accessTo(named: string, user: string, secret: Access['secret']): Access {
  const [host = '', port = '993'] = named.split(':')
  return { host, port: Number(port), secure: port === '993' || (port !== '143' && !isHere(host)), user, secret }
}

/** Nobody listens between a machine and itself. */
export const isHere = (host: string): boolean => ['localhost', '127.0.0.1', '::1'].includes(host)

interface Failed {
  code?: string
  authenticationFailed?: boolean
  mailboxMissing?: boolean
  tlsFailed?: boolean
}

/** What went wrong, in a sentence that says what to do; nothing of what was said between the two is repeated. */
export function refusalOf(error: unknown, { host, port, user }: Access) {
  const { code = '', authenticationFailed, tlsFailed } = error as Failed
  if (authenticationFailed) return refuse.forbidden('mailboxWrongSecret', { user, host })
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code)) return refuse.conflict('mailboxCertificate', { host })
  if (tlsFailed) return refuse.conflict('mailboxInTheOpen', { host })
  return refuse.conflict('mailboxUnreachable', { host, port })
}
