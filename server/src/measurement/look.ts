import { doWork, type Place, type Work } from '#platform/work.ts'
import { dueCommunities } from './queries/news.ts'

/** How long what happened may wait, in seconds: figures are no ticker. */
export const calm = 300

const work: Work<object, never> = {
  file: new URL('./worker.ts', import.meta.url),
  // Nothing is kept of how far it is: what is not done is noted still.
  beat: async () => true,
  fail: async () => undefined,
}

/** Reckons in a process of its own what is due. */
export async function lookForIndicators(place: Place): Promise<void> {
  if ((await dueCommunities(place.db, calm)).length > 0) await doWork(place, work, {})
}
