import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zip } from '@mortar/traces/test/zip'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { tracing } from '../../test/importing.ts'
import { importTraceFiles } from '../from-files.ts'

const { db, pool } = await testDatabase()
const { folder, file, source, person, held } = tracing(db)
const [ann, bo, cid] = ['ann@mill.example', 'bo@mill.example', 'cid@mill.example']
const secret = 'Unutterable'

beforeAll(async () => {
  for (const name of ['Ann', 'Bo', 'Cid']) await person(name)
})

const bring = (id: string, path: string) => importTraceFiles(db, { paths: [path], source: id })
const ties = async (id: string) => (await held(id)).map(({ tie, times, weight }) => [tie, times, weight])

/** Whether a word stands anywhere in what the room keeps. */
async function isKept(word: string): Promise<boolean> {
  const { rows } = await pool.query<{ all: string }>(
    `select string_agg(t, ' ') as all from (
       select identity::text as t from trace_identity identity union all select import::text from trace_import import
       union all select artefact::text from artefact union all select tie::text from tie_week tie) kept`,
  )
  return rows[0]!.all.includes(word)
}

const mail = (head: string, body = `${secret}\n\nFrom here on it is a body, too.\n>From quoted\n`) =>
  `From ann@mill.example Tue Mar  5 08:15:00 2024\n${head}Subject: ${secret}\nX-Other: x\n\n${body}\n`

test('a mailbox is read by its heads: who, to whom, when; the same mail in two folders counts once', async () => {
  const id = await source()
  const one = mail(
    `From: "Ann, of the mill" <${ann}>\nTo: Bo <${bo}>,\n  "Cid" <${cid}>\nDate: Tue, 5 Mar 2024 08:15:00 +0200 (EET)\nMessage-ID: <1@mill>\n`,
  )
  const two = mail(`From: ${bo}\nTo: ${ann}\nCc: ${cid}\nDate: 6 Mar 2024 09:00:00 GMT\nMessage-ID: <2@mill>\n`)
  const { found } = await bring(id, file(one + two + one, 'box.mbox'))

  expect(await ties(id)).toEqual([
    [`${ann}>${bo}`, 1, 0.5],
    [`${ann}>${cid}`, 1, 0.5],
    [`${bo}>${ann}`, 1, 0.5],
    [`${bo}>${cid}`, 1, 0.5],
  ])
  expect(found.report!.counted).toMatchObject({ rows: 3, skips: {} })
  expect(await isKept(secret)).toBe(false)
})

test('a folder of mails is read by the beginning of each file', async () => {
  const id = await source()
  const maildir = join(folder, 'Maildir')
  mkdirSync(join(maildir, 'cur'), { recursive: true })
  mkdirSync(join(maildir, '.Sent', 'new'), { recursive: true })
  const text = (n: number, from: string, to: string) =>
    `From: ${from}\r\nTo: ${to}\r\nDate: Tue, 5 Mar 2024 08:15:00 +0200\r\nMessage-ID: <${n}@x>\r\n\r\n${secret.repeat(9000)}`
  writeFileSync(join(maildir, 'cur', '1:2,S'), text(1, ann!, bo!))
  writeFileSync(join(maildir, '.Sent', 'new', '2'), text(2, bo!, cid!))
  await bring(id, maildir)

  expect(await ties(id)).toEqual([
    [`${ann}>${bo}`, 1, 1],
    [`${bo}>${cid}`, 1, 1],
  ])
  expect(await isKept(secret)).toBe(false)
})

test('the history of a project tells who changed which file, by path and never by content', async () => {
  const id = await source('announced', 'artefacts')
  const project = join(folder, 'project')
  mkdirSync(join(project, 'plans'), { recursive: true })
  const git = (...words: string[]) => execFileSync('git', ['-C', project, ...words], { encoding: 'utf8' })
  git('init', '-q')
  const change = (path: string, email: string, day: string) => {
    writeFileSync(join(project, path), `${secret} ${day}`)
    git('add', '-A')
    const who = ['-c', `user.email=${email}`, '-c', 'user.name=Somebody']
    execFileSync('git', ['-C', project, ...who, 'commit', '-q', '-m', secret], {
      env: { ...process.env, GIT_AUTHOR_DATE: `${day}T10:00:00`, GIT_COMMITTER_DATE: `${day}T10:00:00` },
    })
  }
  change('plans/loom ä.md', ann!, '2024-03-05')
  change('plans/loom ä.md', bo!, '2024-03-06')
  change('other.txt', bo!, '2024-03-13')
  const { found } = await bring(id, project)

  const { rows } = await sql<{ who: string; name: string; week: number; times: number }>`
    select alias as who, artefact.name, week, times from artefact_week join artefact on artefact.number = artefact
    join trace_identity identity on identity.number = person_no order by 1, 2`.execute(db)
  expect(rows).toEqual([
    { who: ann, name: 'project:plans/loom ä.md', week: 2826, times: 1 },
    { who: bo, name: 'project:other.txt', week: 2827, times: 1 },
    { who: bo, name: 'project:plans/loom ä.md', week: 2826, times: 1 },
  ])
  expect([found.report!.counted.rows, await isKept(secret)]).toEqual([3, false])
})

test('a calendar tells who met, again and again where it recurs, and never what about', async () => {
  const id = await source('announced', 'meetings')
  const event = (lines: string[]) =>
    ['BEGIN:VEVENT', `SUMMARY:${secret}`, `DESCRIPTION:${secret}`, ...lines, 'END:VEVENT'].join('\r\n')
  const who = (...people: string[]) => people.map((one) => `ATTENDEE;CN=Somebody;PARTSTAT=ACCEPTED:mailto:${one}`)
  const calendar = [
    'BEGIN:VCALENDAR',
    event(['UID:1', 'DTSTART:20240305T080000Z', `ORGANIZER:mailto:${ann}`, ...who(ann!, bo!, cid!)]),
    event(['UID:2', 'DTSTART;VALUE=DATE:20240311', 'RRULE:FREQ=WEEKLY;COUNT=3', ...who(ann!, bo!)]),
    event(['UID:3', 'DTSTART:20240305T080000Z', 'STATUS:CANCELLED', ...who(bo!, cid!)]),
    event(['UID:4', 'DTSTART:20240306T080000Z', ...who(cid!), `ATTENDEE;PARTSTAT=DECLINED:mailto:${bo}`]),
    event(['UID:5', 'DTSTART:29990306T080000Z', ...who(cid!, bo!)]),
    event(['UID:6', 'DTSTART:nonsense', ...who(cid!, bo!)]),
    'END:VCALENDAR',
  ].join('\r\n')
  const { found } = await bring(id, file(calendar, 'house.ics'))

  expect((await ties(id)).filter(([tie]) => String(tie).startsWith(ann!))).toEqual([
    [`${ann}>${bo}`, 1, 0.5],
    [`${ann}>${bo}`, 1, 1],
    [`${ann}>${bo}`, 1, 1],
    [`${ann}>${bo}`, 1, 1],
    [`${ann}>${cid}`, 1, 0.5],
  ])
  expect(found.report!.counted.skips).toMatchObject({ noTo: { count: 1 }, unreadable: { count: 1 } })
  expect(await isKept(secret)).toBe(false)
})

test('an export of Mattermost tells who answers, mentions and reacts to whom', async () => {
  const id = await source()
  const at = Date.UTC(2024, 2, 5)
  const user = (username: string, email: string) => ({ type: 'user', user: { username, email } })
  const lines = [
    { type: 'version', version: 1 },
    user('ann', ann!),
    user('bo', bo!),
    user('cid', cid!),
    {
      type: 'post',
      post: {
        user: 'ann',
        message: `${secret} @bo.`,
        create_at: at,
        reactions: [{ user: 'cid', create_at: at }],
        replies: [{ user: 'cid', message: secret, create_at: at }],
      },
    },
    {
      type: 'direct_post',
      direct_post: { channel_members: ['bo', 'cid'], user: 'bo', message: secret, create_at: at },
    },
  ]
  await bring(id, file(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"type":"post","po`, 'bulk.jsonl'))

  expect(await ties(id)).toEqual([
    [`${ann}>${bo}`, 1, 1],
    [`${bo}>${cid}`, 1, 1],
    [`${cid}>${ann}`, 2, 2],
  ])
  expect(await isKept(secret)).toBe(false)
})

test('an export of Slack tells the same, with texts dropped while they are parsed', async () => {
  const id = await source()
  const ts = String(Date.UTC(2024, 2, 5) / 1000)
  const users = [ann, bo, cid].map((email, n) => ({ id: `U${n}`, name: `u${n}`, profile: { email } }))
  const archive = zip({
    'users.json': users,
    'dms.json': [{ id: 'D1', members: ['U1', 'U2'] }],
    'general/2024-03-05.json': [
      { user: 'U0', ts, text: `${secret} <@U1>`, reactions: [{ name: 'x', users: ['U2'] }] },
      { user: 'U1', ts, thread_ts: ts, parent_user_id: 'U0', text: secret },
      { user: 'U2', ts, text: secret },
    ],
    'D1/2024-03-05.json': [{ user: 'U2', ts, text: secret }],
  })
  await bring(id, file(archive, 'slack.zip'))

  expect(await ties(id)).toEqual([
    [`${ann}>${bo}`, 1, 1],
    [`${bo}>${ann}`, 1, 1],
    [`${cid}>${ann}`, 1, 1],
    [`${cid}>${bo}`, 1, 1],
  ])
  expect(await isKept(secret)).toBe(false)
})
