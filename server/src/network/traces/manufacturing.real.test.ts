import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { carryOutLooked, lookAtFiles } from '#organization/index.ts'
import { consentedTies } from '../ties/consented.ts'
import { tracing } from '../test/importing.ts'
import { importTraceFiles } from './from-files.ts'

const data = process.env['MORTAR_REAL_DATA']

/** The same counted plainly: pairs of all mails, and of those that went to at most 80 others. */
function countedPlainly(path: string) {
  const mails = new Map<string, Set<string>>()
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/).slice(1)) {
    const [from, to, at] = line.split(';')
    if (!at) continue
    const mail = `${from};${at}`
    mails.set(mail, (mails.get(mail) ?? new Set()).add(to!))
  }
  const [all, few, accounts] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const [mail, others] of mails) {
    const from = mail.split(';')[0]!
    others.delete(from)
    for (const to of others) {
      const pair = [from, to].sort().join(' ')
      all.add(pair)
      if (others.size <= 80) few.add(pair)
      accounts.add(from).add(to)
    }
  }
  return { all: all.size, few: few.size, accounts: accounts.size }
}

test.skipIf(!data)(
  'mail of a manufacturing company: 82,927 heads, 3,250 pairs, 13 technical accounts named',
  async () => {
    const { db } = await testDatabase()
    const { source } = tracing(db)
    const folder = join(data!, 'manufacturing-email')
    const looked = await lookAtFiles(db, { people: join(folder, 'reportsto.csv') }, () => {})
    await carryOutLooked(db, looked, () => {})
    const id = await source()

    const { found } = await importTraceFiles(db, { paths: [join(folder, 'communication.csv')], source: id })

    const { counted, pairs, strangers, identities } = found.report!
    const plainly = countedPlainly(join(folder, 'communication.csv'))
    expect(plainly).toMatchObject({ all: 3250, accounts: 167 })
    expect([counted.rows, pairs, identities]).toEqual([82_927, plainly.few, { matched: 154, unknown: 13 }])
    expect(strangers).toHaveLength(13)
    const window = { from: new Date('2010-01-01'), to: new Date('2010-10-01') }
    const { people, leftOut } = await consentedTies(db, { window, sources: [id] })
    expect([people.length, leftOut]).toEqual([154, 0])
    const { rows } = await sql<{ n: number }>`select count(*) as n from tie_week`.execute(db)
    expect(rows[0]!.n).toBe(found.report!.kept)
  },
)
