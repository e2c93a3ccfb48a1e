import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { discoverNow, importSurveyFiles, readSurveyFiles } from '#network/index.ts'
import { testDatabase } from '../../test/database.ts'
import { bringPeople } from './import-survey.ts'

const data = process.env['MORTAR_REAL_DATA']

/** A database with people of a survey in units by what is said of them, and its relations as a source. */
async function surveyed(folder: string, files: string[], unit: string) {
  const { db, url } = await testDatabase()
  const read = await readSurveyFiles(files.map((file) => join(data!, folder, file)))
  await bringPeople(db, read, unit)
  await sql`insert into trace_source (name, kind, channel, purpose, legal_ground, retention_days, mode, announced_at)
    values ('Survey', 'survey', 'survey', 'To see communities', 'Agreement', 20000, 'announced', now() - interval '20 days')`.execute(
    db,
  )
  const bring = () =>
    importSurveyFiles(db, { source: 'Survey', files: read, on: new Date(Date.now() - 14 * 86_400_000) })
  const { report } = await bring()
  return { db, url, report, bring }
}

const counted = async (db: Awaited<ReturnType<typeof surveyed>>['db']) =>
  (
    await sql<{ channel: string; ties: number }>`
      select (source.channels)[tie.channel] as channel, count(*)::int as ties
      from tie_week tie join trace_import import on import.number = import_no join trace_source source on source.id = import.source_id
      group by 1 order by 1`.execute(db)
  ).rows.map(({ channel, ties }) => [channel, ties])

test.skipIf(!data)(
  'Cross and Parker’s manufacturing team: 77 people, 2,228 and 2,326 ties, whose work map is the four sites',
  async () => {
    const { db, url, report, bring } = await surveyed(
      'cross-parker',
      ['manufacturing-info.csv', 'manufacturing-aware.csv', 'manufacturing-nodes.csv'],
      'location',
    )
    expect(report.identities).toEqual({ matched: 77, unknown: 0 })
    expect(await counted(db)).toEqual([
      ['manufacturing-aware', 2326],
      ['manufacturing-info', 2228],
    ])
    await expect(bring()).rejects.toMatchObject({ key: 'network:sameFile' })

    const to = new Date().toISOString().slice(0, 10)
    const from = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10)
    const log = { error: (detail: object) => console.error(detail) }
    const { summary } = await discoverNow(
      { db, connection: { connectionString: url }, log },
      { from, to, form: 'soft', level: null, seed: 1, halfLife: 90, sources: null },
      () => {},
    )
    expect(summary.workMap?.nmi).toBe(1)
  },
)

test.skipIf(!data)('Cross and Parker’s consulting company: 46 people, 877 and 855 ties', async () => {
  const { db, report } = await surveyed(
    'cross-parker',
    ['consulting-info.csv', 'consulting-value.csv', 'consulting-nodes.csv'],
    'region',
  )
  expect(report.identities).toEqual({ matched: 46, unknown: 0 })
  expect(await counted(db)).toEqual([
    ['consulting-info', 877],
    ['consulting-value', 855],
  ])
})

test.skipIf(!data)(
  'Krackhardt’s managers: 21 people, 190 ties of advice, 102 of friendship, 20 of who reports to whom',
  async () => {
    const { db, report } = await surveyed(
      'krackhardt-hightech',
      ['ht_advice.csv', 'ht_friends.csv', 'ht_reports.csv', 'nodes.csv'],
      'dept',
    )
    expect(report.identities).toEqual({ matched: 21, unknown: 0 })
    expect(await counted(db)).toEqual([
      ['ht_advice', 190],
      ['ht_friends', 102],
      ['ht_reports', 20],
    ])
  },
)
