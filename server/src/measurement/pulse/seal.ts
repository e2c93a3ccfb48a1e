import { createCipheriv, createDecipheriv, randomBytes, randomInt } from 'node:crypto'
import type { Marking } from '#organization/index.ts'
import type { Given } from './result.ts'

/** What is said under the key of this Mortar, which is not in the database. */
const keyOf = (marking: Marking, wave: string) => marking({ key: `pulse seal\n${wave}` })

/** By what it is known that somebody has answered: the same for one person in all waves of one community, and no name. */
export const markOf = (marking: Marking, community: string | null, person: string): Buffer =>
  marking({ key: `pulse mark\n${community ?? 'organization'}\n${person}` })

/** All sealed answers of one length: how long one is must not tell of it. */
const length = 512

/** AES-256-GCM under a key of its wave; sealed twice, the same answer looks different. */
export function seal(marking: Marking, wave: string, given: Given): Buffer {
  const text = Buffer.from(JSON.stringify(given).padEnd(length))
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(marking, wave), iv)
  const inside = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), inside])
}

/** The answer; nothing when it was sealed with another secret. */
export function unseal(marking: Marking, wave: string, sealed: Buffer): Given | undefined {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(marking, wave), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  try {
    return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString()) as Given
  } catch {
    return undefined
  }
}

/** In an order that chance gives, each as likely as any other (Fisher and Yates), from the system's own source of chance. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
  }
  return mixed
}
