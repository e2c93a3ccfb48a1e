import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/project.ts'
import { testDatabase } from './database.ts'

const { url } = await testDatabase()

test('the types of the tables are those that the migrations make', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mortar-types-'))
  const written = join(folder, 'schema.ts')
  const { status, stderr } = spawnSync(
    join(projectRoot, 'node_modules/.bin/kysely-codegen'),
    ['--config-file', 'kysely-codegen.json', '--url', url, '--out-file', written],
    { cwd: projectRoot, encoding: 'utf8' },
  )

  expect(status, stderr).toBe(0)
  expect(readFileSync(written, 'utf8'), 'run "npm run schema"').toBe(
    readFileSync(join(projectRoot, 'server/src/schema.ts'), 'utf8'),
  )
  rmSync(folder, { recursive: true })
})
