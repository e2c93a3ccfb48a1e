import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import type { Database } from '#platform/database.ts'
import { importTraceFiles } from '../traces/from-files.ts'

/** Sources, people and files of traces, for tests of reading. */
export function tracing(db: Database) {
  const folder = mkdtempSync(join(tmpdir(), 'mortar-traces-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  let made = 0
  const file = (content: string | Uint8Array, name = `traces-${(made += 1)}.csv`) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  return {
    folder,
    file,
    async source(mode: 'announced' | 'opt_in' = 'announced', kind = 'messages') {
      const { rows } = await sql<{ id: string }>`
        insert into trace_source (name, kind, channel, purpose, legal_ground, retention_days, mode, announced_at)
        values (${`Source ${(made += 1)}`}, ${kind}, 'mail', 'To see communities', 'Agreement', 20000, ${mode},
                case when ${mode} = 'announced' then now() - interval '20 days' end) returning id`.execute(db)
      return rows[0]!.id
    },
    async person(name: string, { email, key }: { email?: string; key?: string } = {}) {
      const { rows } = await sql<{ id: string }>`
        insert into person (name, email, key)
        values (${name}, ${email ?? (key ? null : `${name.toLowerCase()}@mill.example`)}, ${key ?? null}) returning id`.execute(
        db,
      )
      return rows[0]!.id
    },
    /** Reads a text as a file into a source. */
    async read(source: string, content: string | Uint8Array, more: { dryRun?: boolean; often?: number } = {}) {
      const { dryRun, ...options } = more
      return (await importTraceFiles(db, { paths: [file(content)], source, dryRun }, options)).found
    },
    /** What a source holds, by alias: `anna>bo` with times and weight. */
    async held(source: string) {
      const { rows } = await sql<{ tie: string; day: string; channel: number; times: number; weight: number }>`
        select one.alias || '>' || other.alias as tie, to_char(date '1970-01-05' + week * 7, 'YYYY-MM-DD') as day, channel,
               sum(times)::int as times, round(sum(weight)::numeric, 3)::float8 as weight
        from tie_week join trace_identity one on one.number = from_no join trace_identity other on other.number = to_no
        where one.source_id = ${source} group by 1, 2, 3 order by 1, 2, 3`.execute(db)
      return rows
    },
  }
}
