import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/project.ts'

const patterns = ['client/**/*', 'packages/*/package.json', 'packages/*/src/**/*', 'package-lock.json']
const without = ['client/dist*/**', '**/node_modules/**', '**/*.test.ts', '**/*.test.tsx']

/** One number for all that the client is built from. */
export function sourcesHash(root = projectRoot): string {
  const hash = createHash('sha256')
  const files = globSync(patterns, { cwd: root, exclude: without, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}
