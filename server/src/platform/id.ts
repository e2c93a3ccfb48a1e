import { randomBytes } from 'node:crypto'

/** An id ordered by time like all ids here: for rows that are to be known before they are written. */
export function timeOrderedId(at: Date = new Date()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Math.max(0, at.getTime()), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
