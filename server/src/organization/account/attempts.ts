import { createHash } from 'node:crypto'
import type { Database } from '#platform/database.ts'
import { refuse } from '../refusals.ts'
import { countAttempt, forgiveAttempt } from '../queries/sessions.ts'

const window = 15 * 60
/** Wrong tries within a quarter of an hour. Many people may share an address; nobody shares an e-mail address. */
const most = { address: 60, person: 10 }

/** Runs something that can be guessed at; refuses when it was tried in vain too often, in any process. */
export async function limited<T>(
  db: Database,
  who: { address: string; person?: string },
  attempt: () => Promise<T>,
): Promise<T> {
  const keys = Object.entries(who).map(([kind, value]) => ({
    key: `${kind}:${printOf(value)}`,
    limit: most[kind as keyof typeof most],
  }))
  for (const { key, limit } of keys) {
    const { count, secondsLeft } = await countAttempt(db, key, window)
    if (count > limit) throw refuse.tooMany('tooManyAttempts', { minutes: Math.max(1, Math.ceil(secondsLeft / 60)) })
  }
  const result = await attempt()
  await forgiveAttempt(
    db,
    keys.map(({ key }) => key),
  )
  return result
}

/** Who tried to come in is nobody's business: the table holds no addresses. */
const printOf = (value: string) => createHash('sha256').update(value.toLowerCase()).digest('base64url').slice(0, 22)
