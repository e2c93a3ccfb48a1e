import type { Writer } from '#platform/database.ts'
import { channels } from '../activity/activity.ts'
import { readAllActivity } from '../activity/reading.ts'
import { saveToldSource } from './queries/traces.ts'
import type { ToldSource } from './queries/traces.ts'

/** Writes Mortar's own activity as a source that everybody was told of, and reads what happened so far. */
export async function tellActivity(
  tx: Writer,
  source: Pick<ToldSource, 'name' | 'purpose' | 'legalGround' | 'announcedAt'>,
): Promise<void> {
  const [channel, ...more] = channels
  const own = await saveToldSource(tx, { ...source, kind: 'mortar', channel, channels: more })
  await readAllActivity(tx, own)
}
