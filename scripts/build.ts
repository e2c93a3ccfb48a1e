import { parseArgs } from 'node:util'
import { ensureClient } from '../server/src/cli/client/build.ts'

const { values } = parseArgs({ options: { install: { type: 'boolean' } } })

try {
  const built = await ensureClient()
  console.log(built ? 'The pages are built.' : 'The pages are built from the sources as they are.')
} catch (error) {
  console.error((error as Error).message)
  // An install is whole without the pages: the first start builds them, or says again why it cannot.
  process.exitCode = values.install ? 0 : 1
}
