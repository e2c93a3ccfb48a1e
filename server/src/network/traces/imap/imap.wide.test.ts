import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '#platform/refusal.ts'
import { sentence } from '#platform/words.ts'
import { testDatabase } from '../../../../test/database.ts'
import { tracing } from '../../test/importing.ts'
import { certificate } from '../../test/localhost.ts'
import { mailServer, type Mail, type MailServer } from '../../test/mail-server.ts'
import { type AskedMailboxes, importMailboxes } from './import-mailboxes.ts'

const { db, url } = await testDatabase()
const { source, person, held } = tracing(db)
const [ann, bo, cid] = ['ann@mill.example', 'bo@mill.example', 'cid@mill.example'] as const

beforeAll(async () => {
  for (const name of ['Ann', 'Bo', 'Cid']) await person(name)
})

const mail = (uid: number, from: string, to: string, day = 'Tue, 5 Mar 2024 08:15:00 +0200'): Mail => ({
  uid,
  from,
  to,
  day,
})
async function serving(mails: Mail[], options?: Parameters<typeof mailServer>[0]): Promise<MailServer> {
  const server = await mailServer(options)
  server.mailboxes.set('INBOX', { validity: 7, mails })
  return server
}
const bring = async (server: { port: number }, id: string, more: Partial<AskedMailboxes> = {}) =>
  (
    await importMailboxes(db, {
      address: `imap://ann@127.0.0.1:${server.port}`,
      mailboxes: ['INBOX'],
      secret: { password: 'sesame' },
      source: id,
      ...more,
    })
  ).found
const refused = async (work: Promise<unknown>): Promise<string> => {
  const error = (await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as Refusal
  return error?.key ? sentence('en', error.key, error.params) : `no refusal: ${String(error)}`
}
const ties = async (id: string) => (await held(id)).map(({ tie, times }) => [tie, times])

test('of a mailbox only heads are asked for, and nothing in it is changed', async () => {
  const server = await serving([
    mail(3, `Ann <${ann}>`, `${bo}, Cid <${cid}>`),
    mail(9, bo, ann),
    mail(10, bo, ann, 'once upon a time'),
  ])
  const id = await source()
  const { state, report } = await bring(server, id)

  expect(server.trespasses).toEqual([])
  expect([state, report!.counted.rows, report!.counted.skips]).toEqual([
    'done',
    3,
    { badTime: { count: 1, rows: [3] } },
  ])
  expect(await ties(id)).toEqual([
    [`${ann}>${bo}`, 1],
    [`${ann}>${cid}`, 1],
    [`${bo}>${ann}`, 1],
  ])
})

test('a server that is asked for a body would have noticed', async () => {
  const { ImapFlow } = await import('imapflow')
  const server = await serving([mail(1, ann, bo)])
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: server.port,
    doSTARTTLS: false,
    auth: { user: 'ann', pass: 'sesame' },
    logger: false,
  })
  await client.connect()
  await client.mailboxOpen('INBOX', { readOnly: true })
  await client.fetchOne('1', { source: true }, { uid: true }).catch(() => undefined)
  await client.fetchOne('1', { bodyParts: ['TEXT'] }, { uid: true }).catch(() => undefined)
  client.close()

  expect(server.trespasses).toHaveLength(2)
})

test('the next time only what came since is read, and nothing new is said in a sentence', async () => {
  const server = await serving([mail(3, ann, bo), mail(9, bo, ann)])
  const id = await source()
  await bring(server, id)
  expect(await refused(bring(server, id))).toMatch(/^Nothing has come since the last time: ann 127\.0\.0\.1 INBOX/)

  server.given.length = 0
  server.mailboxes.get('INBOX')!.mails.push(mail(12, cid, ann))
  await bring(server, id)
  expect(server.given).toEqual([12])
  expect(await ties(id)).toHaveLength(3)
})

test('a mailbox that was numbered anew is read anew, and what overlaps is not added up', async () => {
  const server = await serving([mail(3, ann, bo)])
  const id = await source()
  await bring(server, id)
  server.mailboxes.set('INBOX', { validity: 8, mails: [mail(1, ann, bo), mail(2, bo, ann)] })
  const { report } = await bring(server, id)

  expect(report!.counted.rows).toBe(2)
  expect(report!.overlaps).toHaveLength(1)
})

describe('a line that is cut', () => {
  const mails = Array.from({ length: 40 }, (_, n) => mail(n * 3 + 1, n % 2 ? ann : bo, n % 2 ? bo : ann))
  const whole = [
    [`${ann}>${bo}`, 20],
    [`${bo}>${ann}`, 20],
  ]

  test('is taken up again where it was cut, and each mail counts once', async () => {
    const server = await serving(mails)
    server.cuts.push(5, 0, 12)
    const id = await source()
    const { report } = await bring(server, id)

    expect(report!.counted.rows).toBe(40)
    expect(await ties(id)).toEqual(whole)
    expect(server.given).toEqual(mails.map(({ uid }) => uid))
  })

  test('again and again keeps what was read, says so, and the same command goes on from there', async () => {
    const server = await serving(mails)
    server.cuts.push(11, 0, 0, 0, 0, 0, 0)
    const id = await source()
    expect(await refused(bring(server, id))).toMatch(/What was read is kept; read it again to go on from there\.$/)
    expect((await ties(id)).reduce((sum, [, times]) => sum + Number(times), 0)).toBe(11)

    server.cuts.length = 0
    server.given.length = 0
    const { state, report } = await bring(server, id)
    expect([state, report!.counted.rows, server.given[0]]).toEqual(['done', 40, mails[11]!.uid])
    const { rows } = await sql`select from trace_import where source_id = ${id}`.execute(db)
    expect(rows).toHaveLength(1)
    expect((await ties(id)).reduce((sum, [, times]) => sum + Number(times), 0)).toBe(40)
  })
})

describe('what stands in the way is said in a sentence', () => {
  test('a wrong password, which is repeated nowhere', async () => {
    const server = await serving([mail(1, ann, bo)])
    const words = await refused(bring(server, await source(), { secret: { password: 'open barley' } }))

    expect(words).toMatch(/^127\.0\.0\.1 does not let ann in with this password\./)
    expect(words).not.toContain('barley')
  })

  test('a mailbox that is not there, with those that are', async () => {
    const server = await serving([])
    expect(await refused(bring(server, await source(), { mailboxes: ['Post'] }))).toBe(
      'There is no mailbox Post. There are: INBOX.',
    )
  })

  test('a server that does not answer', async () => {
    const closed = createServer()
    const port = await new Promise<number>((resolve) =>
      closed.listen(0, '127.0.0.1', () => resolve((closed.address() as AddressInfo).port)),
    )
    await new Promise((resolve) => closed.close(resolve))
    expect(await refused(bring({ port }, await source()))).toMatch(/does not answer on port/)
  })

  test.each([
    ['mill.example', /looks like imaps:/],
    ['imaps://ann:open-barley@mill.example', /^A password in an address is seen by others/],
    ['imaps://mill.example', /^Say whose mailbox it is: imaps:\/\/name@mill\.example/],
  ])('an address such as %s', async (address, words) => {
    expect(await refused(bring({ port: 1 }, await source(), { address }))).toMatch(words)
  })
})

describe('an encrypted line', () => {
  const secure = (server: MailServer) => `imaps://ann@localhost:${server.port}`

  test('is read over where its certificate is trusted', async () => {
    const server = await serving([mail(1, ann, bo)], { secure: true })
    const id = await source()
    await bring(server, id, { address: secure(server), ca: certificate })

    expect(await ties(id)).toEqual([[`${ann}>${bo}`, 1]])
  })

  test('with a certificate that nobody trusts is told nothing', async () => {
    const server = await serving([mail(1, ann, bo)], { secure: true })
    expect(await refused(bring(server, await source(), { address: secure(server) }))).toMatch(
      /^localhost shows a certificate that this machine does not trust, so nothing was told to it\./,
    )
  })
})

test('looking only changes nothing, and may be repeated', async () => {
  const server = await serving([mail(3, ann, bo)])
  const id = await source()
  await bring(server, id, { dryRun: true })
  const looked = await bring(server, id, { dryRun: true })

  expect([looked.report!.counted.rows, await ties(id)]).toEqual([1, []])
})

test('the command reads a mailbox with a password from the environment, and writes it nowhere', async () => {
  const { execFile } = await import('node:child_process')
  const { fileURLToPath } = await import('node:url')
  const password = 'a-secret-for-one-run'
  const server = await serving([mail(3, ann, bo)], { password })
  const id = await source()
  const cli = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url))
  const address = `imap://ann@127.0.0.1:${server.port}`
  const said = await new Promise<string>((resolve, reject) =>
    execFile(
      process.execPath,
      [cli, 'import', 'traces', '--imap', address, '--source', id, '--json'],
      { env: { PATH: process.env['PATH'], DATABASE_URL: url, IMAP_PASSWORD: password } },
      (error, out, err) => (error ? reject(new Error(out + err)) : resolve(out + err)),
    ),
  )

  expect(JSON.parse(said.split('\n').find((line) => line.startsWith('{'))!)).toMatchObject({
    state: 'done',
    report: { rows: 1, kept: 1 },
  })
  expect(said).not.toContain(password)
  const { rows } = await sql<{ kept: string }>`
    select (select jsonb_agg(to_jsonb(one)) from trace_import one)::text || (select jsonb_agg(to_jsonb(one)) from activity one)::text
      || (select jsonb_agg(to_jsonb(one)) from audit one)::text as kept`.execute(db)
  expect(rows[0]!.kept).toContain('ann 127.0.0.1 INBOX')
  expect(rows[0]!.kept).not.toContain(password)
})
