import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('an export of half a gigabyte is read by a process that may hold a fifth of it', () => {
  const script = new URL('test/large.ts', import.meta.url).pathname
  const told = execFileSync(process.execPath, ['--max-old-space-size=96', script], { encoding: 'utf8' })

  expect(JSON.parse(told)).toEqual({ megabytes: 522, lines: 900_001 })
})
