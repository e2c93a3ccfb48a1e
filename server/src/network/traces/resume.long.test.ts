import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { tracing } from '../test/importing.ts'
import { importTraceFiles } from './from-files.ts'

const people = 2000
const rows = 1_500_000
const often = 100_000
const address = (n: number) => `p${n}@mill.example`
const begun = Date.UTC(2024, 0, 1)
const worker = fileURLToPath(new URL('../test/reading.ts', import.meta.url))

/** A year of mails in the order of time. */
async function writeMails(path: string) {
  const file = createWriteStream(path)
  file.write('time,from,to\n')
  for (let n = 0; n < rows; n++) {
    const at = new Date(begun + (n / rows) * 365 * 86_400_000).toISOString()
    const from = (n * 7919) % people
    const line = `${at},${address(from)},${address((from + 1 + (n % 13)) % people)}\n`
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

async function prepared({ db }: TestDatabase) {
  const emails = Array.from({ length: people }, (_, n) => address(n))
  await sql`insert into person (name, email) select email, email from unnest(${emails}::text[]) email`.execute(db)
}

const all = async ({ db }: TestDatabase) =>
  (
    await sql`select one.alias as a, other.alias as b, week, sum(times)::int as times, round(sum(weight)) as weight
      from tie_week join trace_identity one on one.number = from_no join trace_identity other on other.number = to_no
      group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  ).rows

test('an import that is killed again and again ends with the same counts as one that is not', async () => {
  const [whole, killed] = [await testDatabase(), await testDatabase()]
  const path = join(tracing(whole.db).folder, 'mails.csv')
  await writeMails(path)
  await Promise.all([prepared(whole), prepared(killed)])
  const plain = await importTraceFiles(whole.db, { paths: [path], source: await tracing(whole.db).source() }, { often })
  const source = await tracing(killed.db).source()

  let kills = 0
  for (let nth = 1; ; nth++) {
    const child = spawn(process.execPath, [worker, killed.url, path, source, String(often)], { stdio: 'inherit' })
    const ended = once(child, 'exit') as Promise<[number | null]>
    const before = await writtenUpTo(killed)
    // Killed when it has written something more, and once at a moment of its own.
    for (;;) {
      if (child.exitCode !== null) break
      if (nth <= 4 && (await writtenUpTo(killed)) > before) {
        child.kill('SIGKILL')
        kills++
        break
      }
      await wait(20)
    }
    const [code] = await ended
    if (code === 0) break
    // Nobody is heard of any more.
    await sql`update trace_import set beat_at = now() - interval '1 minute'`.execute(killed.db)
  }

  expect(kills).toBe(4)
  expect(await all(killed)).toEqual(await all(whole))
  const { rows: imports } = await sql<{ report: { counted: unknown } }>`select report from trace_import`.execute(
    killed.db,
  )
  expect(imports.map(({ report }) => report.counted)).toEqual([plain.found.report!.counted])
})

async function writtenUpTo({ db }: TestDatabase): Promise<number> {
  const { rows: found } = await sql<{ byte: number | null }>`
    select (reading #>> '{written,place,byte}')::float8 as byte from trace_import`.execute(db)
  return found[0]?.byte ?? 0
}
