import type { Writer } from '#platform/database.ts'
import { coverWordsOf, type Touched } from './queries.ts'

/**
 * Where words go, those of signals and escalations go, too. What was put to somebody who is erased goes on along the line,
 * as when they leave. For whoever erases a person, within that transaction. Tells which pages read differently.
 */
export const eraseFromSensing = async (tx: Writer, person: string, cover: string | null): Promise<Touched> =>
  cover === null ? { signal: [], escalation: [] } : coverWordsOf(tx, person, cover)
