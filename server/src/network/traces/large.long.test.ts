import { expect, test } from 'vitest'
import { inTransaction } from '#platform/database.ts'
import { testDatabase } from '../../../test/database.ts'
import { tracing } from '../test/importing.ts'
import { readImport } from './importing.ts'
import { presentReport } from './present.ts'
import { saveImport } from './queries/imports.ts'
import type { TraceFile } from './read/files.ts'

const line = 2048
const rowsInPiece = 2048
const bytes = 10 * 1024 ** 3
const people = 500
const address = (n: number) => `p${n % people}@mill.example`

const padded = (text: string) => Buffer.from(`${text}${'.'.repeat(line - text.length - 1)}\n`)

/** Ten gigabytes that lie nowhere: long rows, as an export with the text of each mail has them, and half a row at the end. */
function endless(): TraceFile {
  const head = padded('time,from,to,text')
  const rows = Array.from({ length: rowsInPiece }, (_, n) =>
    padded(
      `2024-03-${String(1 + (n % 28)).padStart(2, '0')} 10:00:0${n % 10},${address(n)},${address(n * 7 + 1)},said `,
    ),
  )
  const piece = Buffer.concat(rows)
  const first = Buffer.concat([head, ...rows.slice(1)])
  const size = bytes + 30
  const at = (place: number) => (place < piece.length ? first : piece).subarray(place % piece.length)
  return {
    name: 'large.csv',
    size,
    async *from(place) {
      for (let from = place; from < size;) {
        const some = at(from).subarray(0, size - from)
        yield some
        from += some.length
      }
    },
    slice: (place, length) => Promise.resolve(Buffer.from(at(place).subarray(0, Math.min(length, size - place)))),
  }
}

test('a file of ten gigabytes is read in bounded memory, half a line at its end is told of, and nothing is lost', async () => {
  const { db } = await testDatabase()
  const { source, person } = tracing(db)
  for (let n = 0; n < people; n++) await person(`p${n}`)
  const id = await source()
  const file = endless()
  const { number } = await inTransaction(db, (tx) =>
    saveImport(tx, { sourceId: id, byId: null, files: [{ name: file.name, size: file.size }], state: 'waiting' }),
  )
  const before = process.memoryUsage().rss
  let most = 0
  const { report } = await readImport(db, number, [file], {
    tell: () => (most = Math.max(most, process.memoryUsage().rss - before)),
  })

  const { counted, seconds } = report!
  process.stderr.write(`10 GB in ${seconds.toFixed(0)} s, ${(most / 1024 ** 2).toFixed(0)} MB more than before\n`)
  expect(counted.rows).toBe(bytes / line)
  const left = Object.entries(counted.skips).map(([why, { count }]) => [why, count] as const)
  expect(Object.fromEntries(left)['cut']).toBe(1)
  expect(counted.traces + left.reduce((sum, [, count]) => sum + count, 0)).toBe(counted.rows)
  expect(presentReport(report!, 'en').skipped.find(({ why }) => why === 'cut')!.sentence).toMatch(
    /Everything before it was read/,
  )
  expect(most).toBeLessThan(256 * 1024 ** 2)
})
