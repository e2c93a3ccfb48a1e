import { expect, test } from 'vitest'
import { takeHeads } from './take-heads.ts'
import { calendar, canary, mattermost, mbox, slack, slackFiles } from './test/samples.ts'
import { zip } from './test/zip.ts'
import { forms } from './trace.ts'

/** What leaves the computer of somebody who brings an export in. */
const [ann, bo, cid] = ['ann@mill.example', 'bo@mill.example', 'cid@mill.example']
const people = [ann, bo, cid] as const
const history =
  '\u00011709633640\0ann@mill.example\0Ann A\0\nplans/loom ä.md\0b.txt\0\u00011709720040\0bo@mill.example\0Bo\0\u0001170972\0cid'
const file = (content: string | Uint8Array<ArrayBuffer>, name: string) => ({ name, file: new Blob([content]) })
const taken = (...chosen: Parameters<typeof takeHeads>[0]) => takeHeads(chosen, [...forms, 'table'], () => {})

async function lines(...chosen: Parameters<typeof takeHeads>[0]): Promise<unknown[]> {
  const [made] = await taken(...chosen)
  if (!made || !('send' in made)) throw new Error(JSON.stringify(made))
  return (await made.send.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}

test('of mails it is who, to whom and on which day; the same mail counts once', async () => {
  expect(await lines(file(mbox(people), 'box'))).toEqual([
    { mortarTraces: 1, form: 'mail' },
    { from: ann, to: [bo, cid], day: '2024-03-05' },
    { from: bo, to: [ann], day: '2024-03-06' },
    { passed: 1 },
  ])
})

test('of a calendar it is who met and on which days, with what was moved and called off', async () => {
  expect(await lines(file(calendar(people), 'house.ics'))).toEqual([
    { mortarTraces: 1, form: 'calendar' },
    { met: [ann, bo, cid], days: ['2024-03-05'] },
    { passed: 1 },
    { left: 'noTo' },
    { passed: 1 },
    { left: 'unreadable' },
    { met: [ann, bo], days: ['2024-03-11', '2024-04-01'] },
    { met: [ann, cid], days: ['2024-03-20'] },
    { passed: 1 },
  ])
})

const chats = [
  { from: ann, to: [bo], day: '2024-03-04' },
  { from: cid, to: [ann], day: '2024-03-04' },
]
const talk = (from: string, to: string) => ({ from, to: [to], day: '2024-03-12' })

test('of Slack it is who mentions, answers and reacts to whom, from a zip and from a folder alike', async () => {
  const told = [
    { mortarTraces: 1, form: 'slack' },
    talk(cid, bo),
    ...chats,
    { from: bo, to: [ann], day: '2024-03-04' },
    { passed: 1 },
    { left: 'unreadable' },
  ]
  const folder = Object.entries(slackFiles(people)).map(([path, value]) => ({
    path: `unpacked/${path}`,
    blob: new Blob([typeof value === 'string' ? value : JSON.stringify(value)]),
  }))

  expect(await lines(file(slack(people), 'slack.zip'))).toEqual(told)
  expect(await lines(file(zip(slackFiles(people), { far: true }), 'far.zip'))).toEqual(told)
  expect(await lines({ name: 'unpacked', folder })).toEqual(told)
})

test('of Mattermost it is the same, from its lines and from the zip that holds them', async () => {
  const told = [
    { mortarTraces: 1, form: 'mattermost' },
    ...chats,
    { from: cid, to: [ann], day: '2024-03-04' },
    { passed: 1 },
    talk(bo, cid),
    { left: 'cut' },
  ]

  expect(await lines(file(mattermost(people), 'bulk.jsonl'))).toEqual(told)
  const packed = zip({ 'import.jsonl': mattermost(people), [`data/${canary}.txt`]: canary }, { deflated: true })
  expect(await lines(file(packed, 'export.zip'))).toEqual(told)
})

test('of a history it is who changed which paths, and what is cut at its end is told', async () => {
  expect(await lines(file(history, 'history.txt'))).toEqual([
    { mortarTraces: 1, form: 'git' },
    { by: ann, name: 'Ann A', on: ['history:plans/loom ä.md', 'history:b.txt'], day: '2024-03-05' },
    { by: bo, name: 'Bo', on: [], day: '2024-03-06' },
    { left: 'cut' },
  ])
  const named = [
    { ...file(history, 'history.txt'), project: ' Mill: north ' },
    { ...file(history, 'C:\\logs\\loom.git'), project: undefined },
  ]
  const paths = (await lines(...named)).flatMap((line) => (line as { on?: string[] }).on ?? [])
  expect(paths).toEqual(['Mill north:plans/loom ä.md', 'Mill north:b.txt', 'loom:plans/loom ä.md', 'loom:b.txt'])
})

test.each([
  ['mails', file(mbox(people), 'a.mbox')],
  ['a calendar', file(calendar(people), 'a.ics')],
  ['Slack', file(slack(people), 'a.zip')],
  ['Mattermost', file(mattermost(people), 'a.jsonl')],
])('no word of %s leaves, whatever field it stands in', async (_, one) => {
  const [made] = await taken(one)
  const sent = 'send' in made! ? await made.send.text() : ''

  expect(sent).toContain(ann)
  expect(sent).not.toMatch(new RegExp(canary, 'i'))
})

test('files of one form go together: a meeting in two calendars counts once, and a damaged one costs no other', async () => {
  const [cut, together] = await taken(
    file(calendar(people), 'one.ics'),
    file(calendar(people).replaceAll('UID:', 'UID:other-'), 'two.ics'),
    file(zip({ 'three.ics': calendar(people) }, { deflated: true }).fill(0xff, 60, 90), 'cut.zip'),
    file(calendar(people), 'same.ics'),
  )

  expect(cut).toEqual({ name: 'cut.zip', refused: 'zipCut' })
  expect(together).toMatchObject({ name: 'one.ics +2' })
  const text = await (together as { send: Blob }).send.text()
  expect(text.match(/"days":\["2024-03-05"\]/g)).toHaveLength(2)
})

test('of a table the columns that are named leave, and no other, whatever it is called', async () => {
  const table = file(
    `\uFEFFstamp;who;${canary};whom;body\r\n5.3.2024;ann;"${canary}; and\r\nmore ""yes""";"bo; cid";${canary}\r\n;;${canary};;\r\n\r\n6.3.2024;bo`,
    'mail.txt',
  )
  const [asked] = await taken(table)
  expect(asked).toMatchObject({ asks: { separator: ';', columns: [null, null, null, null, null] }, file: table.file })
  const columns = ['time', 'from', null, 'to', null] as const
  const [made] = await taken({ ...table, columns })
  expect(await (made as { send: Blob }).send.text()).toBe(
    'sep=;\ntime;from;;to;\n5.3.2024;ann;;"bo; cid";\n;;-;;\n\n6.3.2024;bo',
  )
})

const word = 'type "version" of something'
test.each([
  ['an archive that is cut', 'slack.zip', slack(people).subarray(0, 900), 'zipCut'],
  ['an archive whose end is missing by a byte', 'slack.zip', slack(people).subarray(0, -1), 'zipCut'],
  ['an encrypted archive', 'slack.zip', zip(slackFiles(people), { encrypted: true }), 'zipEncrypted'],
  ['an archive of something else', 'book.xlsx', zip({ 'xl/workbook.xml': word }), 'zipOther'],
  ['an empty archive', 'slack.zip', zip({}), 'zipOther'],
  ['an export without messages', 'slack.zip', zip({ 'users.json': [] }), 'empty'],
  ['a calendar without meetings', 'empty.ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'empty'],
  ['a file of nothing', 'nothing.csv', '', 'empty'],
  ['a history that git wrote in another way', 'log.txt', `commit ${'a'.repeat(40)}\nAuthor: Ann\n`, 'gitOther'],
  ['a history without paths', 'log.txt', '\u00011709633640\nann', 'gitOther'],
  ['a history that a terminal wrote anew', 'log.txt', Buffer.from(`\uFEFF${history}`, 'utf16le'), 'gitOther'],
  ['a day of a chat', '2024-03-05.json', '[{"user":"U0"}]', 'mattermostOther'],
  ['a page that asks to sign in', 'house.ics', '<!doctype html><title>Sign in</title>', 'notAsNamed'],
  ['a picture of a calendar', 'house.pdf', '%PDF-1.7', 'noForm'],
  ['what is packed in another way', 'mail.mbox.gz', new Uint8Array([0x1f, 0x8b, 8, 0]), 'noForm'],
])('%s is refused with a reason', async (_, name, content, why) => {
  expect(await taken(file(content as string, name))).toEqual([{ name, refused: why }])
})

test('what people were not told of is not looked into any further', async () => {
  const chosen = [file(calendar(people), 'house.ics'), file('time,from,to\n', 'mail.csv')]
  expect(await takeHeads(chosen, ['git'], () => {})).toEqual([
    { name: 'house.ics', refused: 'otherKind' },
    { name: 'mail.csv', refused: 'otherKind' },
  ])
})
