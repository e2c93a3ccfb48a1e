import { createHmac, hkdfSync } from 'node:crypto'

/** By what somebody is known to other systems. */
export type Known = { email: string } | { key: string }

/**
 * The mark of an id or an address: the same for the same, of no use for finding out whose it is. HMAC-SHA256 under a key
 * that is drawn from the secret, so that whoever holds the database alone cannot try out addresses.
 */
export type Marking = (known: Known) => Buffer

export function markingWith(secret: string): Marking {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'mortar erasure marks', 32))
  return (known) => {
    const text = 'email' in known ? `email\n${known.email.trim().toLowerCase()}` : `key\n${known.key.trim()}`
    return createHmac('sha256', key).update(text.normalize('NFC')).digest()
  }
}

/** Whoever was erased, by their marks: on which day. */
export type ErasedBy = (who: { id: string | null; email: string | null }) => string | undefined

export function erasedBy(marks: { mark: Buffer; day: string }[], marking: Marking): ErasedBy {
  if (marks.length === 0) return () => undefined
  const days = new Map(marks.map(({ mark, day }) => [mark.toString('base64'), day]))
  const dayOf = (known: Known) => days.get(marking(known).toString('base64'))
  return ({ id, email }) => (id ? dayOf({ key: id }) : undefined) ?? (email ? dayOf({ email }) : undefined)
}
