import { expect, test } from 'vitest'
import { holdsMails, tableOfMails } from './heads.ts'

const mbox = [
  'From anna Tue Mar  5 08:15:00 2024',
  'Return-Path: <anna@mill.example>',
  'Message-ID: <1@mill>',
  'From: "Kivelä, Anna" <Anna@mill.example>',
  'Subject: the secret of the dye',
  'To: Bo <bo@mill.example>,',
  '\tcid@mill.example',
  'Cc: "Dot; of the mill" <dot@mill.example>',
  'Date: Tue, 5 Mar 2024 08:15:00 +0200 (EET)',
  '',
  'From here on it is a body.',
  'To: nobody@mill.example',
  '',
  'From bo Wed Mar  6 09:00:00 2024',
  'From: bo@mill.example',
  'To: anna@mill.example',
  'Date: Wed, 6 Mar 2024 09:00:00 +0200',
].join('\r\n')
const again = 'Message-ID: <1@mill>\nFrom: anna@mill.example\nTo: bo@mill.example\nDate: 5 Mar 2024 08:15\n\nthe same'
const file = (text: string, name: string) => new File([text], name)
const told = async (...files: File[]) => (await (await tableOfMails(files, () => {})).text()).trim().split('\n')

test('of mails a table is made of who, to whom and when; nothing else is in it', async () => {
  const rows = await told(file(mbox, 'all.mbox'))

  expect(rows).toEqual([
    'time,from,to,message',
    '"Tue, 5 Mar 2024 08:15:00 +0200",anna@mill.example,"bo@mill.example;cid@mill.example;dot@mill.example",1',
    '"Wed, 6 Mar 2024 09:00:00 +0200",bo@mill.example,anna@mill.example,2',
  ])
  expect(rows.join('\n')).not.toMatch(/secret|dye|body|nobody|Kivel/)
})

test('a single mail is read as one, and the same mail in two files counts once', async () => {
  expect(await told(file(again, 'one.eml'))).toHaveLength(2)
  expect(await told(file(mbox, 'all.mbox'), file(again, 'one.eml'))).toHaveLength(3)
})

test('what is cut within a line, and a body without end, cost no other mail', async () => {
  expect(await told(file(mbox.slice(0, mbox.length - 40), 'cut.mbox'))).toHaveLength(3)
  const long = mbox.replace('From here on', 'x'.repeat(3_000_000))
  expect(await told(file(long, 'long.mbox'))).toHaveLength(3)
})

test.each([
  ['all.mbox', 'x', true],
  ['ONE.EML', 'x', true],
  ['no-name', mbox, true],
  ['no-name', again, true],
  ['mail.csv', 'time,from,to\n2024-03-05,anna,bo\n', false],
  ['from.csv', 'From,To,Date\nanna,bo,2024-03-05\n', false],
])('whether %s holds mails is seen', async (name, text, mails) => {
  expect(await holdsMails(file(text, name))).toBe(mails)
})
