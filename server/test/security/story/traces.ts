import { setTimeout as wait } from 'node:timers/promises'
import type { People } from './people.ts'
import type { Telling } from './telling.ts'

const about = {
  purpose: 'To see which communities live between the wards.',
  legalGround: 'An agreement',
  retentionDays: 365,
  kind: 'messages' as const,
  channel: 'mail',
}

/** Sources of traces: told of, agreed to, read into, withdrawn from. */
export async function traces(telling: Telling, { olga, mia, otto }: People) {
  const { by } = telling
  const mail = await by(olga)('POST /sources', { body: { ...about, name: 'Mail of the house', mode: 'announced' } })
  const chat = await by(olga)('POST /sources', { body: { ...about, name: 'Chat', mode: 'opt_in' } })
  const source = { params: { source: mail.id } }
  const { kind: _, channel: __, ...terms } = about
  await by(olga)('PUT /sources/{source}', { ...source, body: { ...terms, name: 'Mail', mode: 'announced' } })
  await by(olga)('PUT /sources/{source}/announcement', source)
  await by(mia)('GET /sources')
  await by(mia)('GET /sources/{source}', source)
  await readInto(telling, olga, mail.id)
  await readMails(telling, olga, mail.id)

  const { items } = await by(olga)('GET /sources/{source}/identities', { ...source, query: { state: 'unknown' } })
  const identity = { params: { source: mail.id, identity: items[0]!.number } }
  await by(olga)('PUT /sources/{source}/identities/{identity}', { ...identity, body: { person: otto.id } })
  await by(olga)('DELETE /sources/{source}/identities/{identity}', identity)
  await by(mia)('PUT /sources/{source}/choice', { params: { source: chat.id }, body: { agreed: true } })
  await by(mia)('GET /privacy')
  const closed = await by(olga)('POST /sources', { body: { ...about, name: 'Closed', mode: 'opt_in' } })
  await by(olga)('PUT /sources/{source}/closing', { params: { source: closed.id } })
  return { mail: mail.id, chat: chat.id }
}

async function readInto({ by, send }: Telling, olga: People['olga'], source: string) {
  const bytes = Buffer.from('time,from,to\n2026-01-05,loom,spindle\n')
  const params = { source }
  const begin = () =>
    by(olga)('POST /sources/{source}/imports', {
      params,
      body: { files: [{ name: 'mail.csv', size: bytes.length }] },
    })
  const { id } = await begin()
  const one = { params: { source, import: id } }
  await send(olga, `/sources/${source}/imports/${id}/files/0/pieces/0`, [{ name: 'piece', file: 'mail.csv', bytes }], {
    method: 'PUT',
    address: 'PUT /sources/{source}/imports/{import}/files/{file}/pieces/{piece}',
  })
  await by(olga)('GET /sources/{source}/imports/{import}/reading', one)
  await by(olga)('PUT /sources/{source}/imports/{import}/reading', { ...one, body: {} })
  while ((await by(olga)('GET /sources/{source}/imports/{import}', one)).state !== 'done') await wait(50)
  await by(olga)('GET /sources/{source}/imports', { params })
  const other = await begin()
  await by(olga)('DELETE /sources/{source}/imports/{import}', { params: { source, import: other.id } })
}

async function readMails({ by, mails }: Telling, olga: People['olga'], source: string) {
  mails.mailboxes.set('INBOX', {
    validity: 1,
    mails: [{ uid: 1, from: 'loom', to: 'spindle', day: 'Mon, 12 Jan 2026 08:15:00 +0200' }],
  })
  const { id } = await by(olga)('POST /sources/{source}/mailboxes', {
    params: { source },
    body: { host: `127.0.0.1:${mails.port}`, user: 'ann', mailboxes: ['INBOX'], kind: 'password', secret: 'sesame' },
  })
  const one = { params: { source, import: id } }
  while ((await by(olga)('GET /sources/{source}/imports/{import}', one)).state !== 'done') await wait(50)
}
