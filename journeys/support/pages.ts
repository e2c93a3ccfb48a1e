import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clientDir } from '../../server/src/cli/client/build.ts'
import { closeBeforeDropping } from '../../server/test/database.ts'

/** A copy of the built client: another build may replace the original while the test runs. */
export async function builtPages(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'mortar-pages-'))
  closeBeforeDropping(() => rm(copy, { recursive: true, force: true }))
  await cp(clientDir, copy, { recursive: true })
  return copy
}
