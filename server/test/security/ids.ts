import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'

const tables = {
  community: 'community',
  inquiry: 'inquiry',
  contribution: 'contribution',
  practice: 'practice',
  person: 'person',
  unit: 'unit',
  occupation: 'occupation',
  topic: 'topic',
  request: 'join_request',
  invitation: 'invitation',
  change: 'change_proposal',
  application: 'application',
  run: 'run',
  report: 'report',
  session: 'session',
  passkey: 'passkey',
  token: 'personal_token',
  file: 'file',
  import: 'organization_import',
  line: 'inbox_line',
  experiment: 'experiment',
  imperative: 'imperative',
  escalation: 'escalation',
  signal: 'signal',
  feed: 'feed',
  wave: 'pulse_wave',
  story: 'value_story',
  valuation: 'valuation',
  resource: 'resource',
  valueReport: 'value_report',
} as const

export type Ids = Record<string, string[]>

/** Everything that has an id, by the name that addresses give it. */
export async function idsIn(db: Database): Promise<Ids> {
  const found: Ids = {}
  for (const [name, table] of Object.entries(tables)) {
    const { rows } = await sql<{ id: string }>`select id::text from ${sql.table(table)} order by id`.execute(db)
    found[name] = rows.map(({ id }) => id)
  }
  const pages = [...found['inquiry']!, ...found['practice']!, ...found['community']!]
  return { ...found, id: pages, kind: ['inquiry', 'practice', 'community'], key: ['inquiry'] }
}

const fields: Record<string, string> = {
  communities: 'community',
  people: 'person',
  steward: 'person',
  to: 'person',
  into: 'inquiry',
  helped: 'contribution',
  contributions: 'contribution',
  topics: 'topic',
  practices: 'practice',
  under: 'unit',
  files: 'file',
  manager: 'person',
  carrier: 'person',
}

/** Ids that fit a field: those its name says, or any. */
export function fitting(ids: Ids, path: readonly string[], address: string): string[] {
  const name = path.findLast((part) => part !== '[]') ?? ''
  if (name === 'parent') {
    return ids[address.includes('topics') ? 'topic' : address.includes('contributions') ? 'contribution' : 'unit']!
  }
  const named = ids[name] ?? ids[fields[name] ?? '']
  return named?.length ? named : [...ids['person']!, ...ids['unit']!, ...ids['community']!]
}
