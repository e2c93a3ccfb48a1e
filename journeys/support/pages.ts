import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { clientDir } from '../../server/src/cli/client/build.ts'

/** A copy of the built client: another build may replace the original while the test runs. */
export async function builtPages(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'mortar-pages-'))
  afterAll(() => rm(copy, { recursive: true, force: true }))
  await cp(clientDir, copy, { recursive: true })
  return copy
}
