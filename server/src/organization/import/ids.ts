import { randomBytes } from 'node:crypto'
import type { Ref } from './plan/plan.ts'

/** Gives what is new its id, ordered by time like all ids here, and leaves the ids of what is there. */
export function idsFor(): (ref: Ref) => string {
  const given = new Map<Ref, string>()
  return (ref) => {
    if (!ref.startsWith('new:')) return ref
    const id = given.get(ref) ?? timeOrderedId()
    given.set(ref, id)
    return id
  }
}

function timeOrderedId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
