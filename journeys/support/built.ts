import { ensureClient } from '../../server/src/cli/client/build.ts'

/** Builds the pages once, before the first journey. */
export async function setup(): Promise<void> {
  await ensureClient()
}
