import { expect, test } from 'vitest'
import { cutShort } from './cut-short.ts'

const caught = (errors: number) =>
  `Vitest caught ${errors} unhandled error${errors > 1 ? 's' : ''} during the test run.\n`
const exit = (how: string, file: string) =>
  `\u001b[31mCaused by: Error\u001b[39m: Worker exited unexpectedly with ${how} during started state while running test file ${file}\u001b[39m\n`

test('files in which Node itself broke are named', () => {
  const output = caught(2) + exit('signal SIGSEGV', 'server/a.test.ts') + exit('signal SIGTRAP', 'server/b.test.ts')
  expect(cutShort(output)).toEqual([
    { signal: 'SIGSEGV', file: 'server/a.test.ts' },
    { signal: 'SIGTRAP', file: 'server/b.test.ts' },
  ])
})

test('no file is excused where it ended otherwise, or where more went wrong', () => {
  expect(cutShort(caught(1) + exit('exit code 1', 'server/a.test.ts'))).toEqual([])
  expect(cutShort(caught(1) + exit('signal SIGKILL', 'server/a.test.ts'))).toEqual([])
  expect(cutShort(caught(2) + exit('signal SIGSEGV', 'server/a.test.ts'))).toEqual([])
  expect(cutShort('Tests  3942 passed (3942)')).toEqual([])
})
