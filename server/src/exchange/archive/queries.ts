import type pg from 'pg'
import type { FileStorage } from '#platform/files/storage.ts'

/** Contents of files, one at a time: each may be 25 MB. One that the storage has lost is told without bytes. */
export async function* contentsOf(
  client: pg.ClientBase,
  storage: FileStorage | undefined,
): AsyncGenerator<{ name: string; bytes: Buffer | undefined }> {
  const { rows } = await client.query<{ sha256: Buffer }>(
    `select sha256 from file_content union select sha256 from file where redacted_at is null order by sha256`,
  )
  for (const { sha256 } of rows) {
    const found = await client.query<{ bytes: Buffer }>('select bytes from file_content where sha256 = $1', [sha256])
    const name = sha256.toString('hex')
    yield { name, bytes: found.rows[0]?.bytes ?? (await storage?.get(name)) }
  }
}

/** Contents of files that lie beside the database. */
export async function contentsBeside(client: pg.ClientBase): Promise<Buffer[]> {
  const { rows } = await client.query<{ sha256: Buffer }>(
    `select distinct sha256 from file where redacted_at is null and sha256 not in (select sha256 from file_content) order by sha256`,
  )
  return rows.map(({ sha256 }) => sha256)
}

export const saveContent = (client: pg.ClientBase, sha256: Buffer, bytes: Buffer) =>
  client.query('insert into file_content (sha256, bytes) values ($1, $2)', [sha256, bytes])

export interface ReadableInquiry {
  id: string
  title: string
  body: string
  name: string | null
  at: Date
  state: string
  communities: string[]
  said: { kind: string; outcome: string | null; body: string; name: string | null; at: string; helped: boolean }[]
}

const batch = 200

/** Inquiries with what was said in them, in batches by id. */
export async function* readableInquiries(client: pg.ClientBase): AsyncGenerator<ReadableInquiry> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await client.query<ReadableInquiry>(
      `select inquiry.id, inquiry.title, inquiry.body, asker.name, inquiry.asked_at as at, inquiry.state,
              (select array_agg(community.name order by community.name) from inquiry_community place
               join community on community.id = place.community_id where place.inquiry_id = inquiry.id) as communities,
              coalesce((select json_agg(json_build_object('kind', said.kind, 'outcome', said.outcome, 'body', said.body,
                 'name', person.name, 'at', said.at, 'helped', said.helped_at is not null) order by said.at)
               from contribution said left join person on person.id = said.by_id
               where said.inquiry_id = inquiry.id), '[]') as said
       from inquiry left join person asker on asker.id = inquiry.asked_by
       where inquiry.id > $1 order by inquiry.id limit ${batch}`,
      [after],
    )
    yield* rows
    if (rows.length < batch) return
    after = rows.at(-1)!.id
  }
}

export interface ReadablePractice {
  id: string
  title: string
  kind: string
  state: string
  community: string
  problem: string
  works_when: string
  works_not: string
  how: string
  steps: { role?: string; what: string }[]
  sources: string
}

export async function* readablePractices(client: pg.ClientBase): AsyncGenerator<ReadablePractice> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await client.query<ReadablePractice>(
      `select practice.id, practice.title, practice.kind, practice.state, community.name as community,
              text.problem, text.works_when, text.works_not, text.how, text.steps, text.sources
       from practice
       join community on community.id = practice.community_id
       join practice_revision text on text.practice_id = practice.id and text.revision = practice.revision
       where practice.id > $1 order by practice.id limit ${batch}`,
      [after],
    )
    yield* rows
    if (rows.length < batch) return
    after = rows.at(-1)!.id
  }
}
