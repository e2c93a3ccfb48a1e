import { setTimeout as wait } from 'node:timers/promises'
import type { Communities } from './communities.ts'
import type { Inquiries } from './inquiries.ts'
import type { People } from './people.ts'
import type { Telling } from './telling.ts'

/** The chart and its imports, what reached people, and search. */
export async function rest(telling: Telling, who: People, where: Communities, asked: Inquiries) {
  const { by, server } = telling
  const { olga, mia, max, cora, fay } = who
  await by(cora)('GET /organization')
  await by(cora)('GET /units')
  await by(cora)('GET /units/{unit}', { params: { unit: who.ward } })
  await by(cora)('GET /units/{unit}/people', { params: { unit: who.ward } })
  await by(cora)('GET /units/{unit}/communities', { params: { unit: who.ward } })
  await by(cora)('GET /people/{person}/work', { params: { person: mia.id } })
  await by(cora)('GET /people')
  await by(max)('GET /manage')
  await by(cora)('GET /occupations')
  const delegate = { params: { unit: who.ward, person: mia.id } }
  await by(max)('PUT /units/{unit}/delegates/{person}', delegate)
  await by(max)('DELETE /units/{unit}/delegates/{person}', delegate)
  await by(mia)('GET /communities/{community}/indicators', { params: { community: where.open.id } })
  await by(mia)('GET /communities/{community}/indicators/{indicator}/practices', {
    params: { community: where.open.id, indicator: 'competencyTraps' },
  })
  await by(cora)('GET /indicators')
  await by(cora)('GET /indicators/units')
  await by(fay)('GET /communities/{community}/care', { params: { community: where.open.id } })
  await by(fay)('PUT /communities/{community}/members/{person}/greeting', {
    params: { community: where.open.id, person: mia.id },
  })
  await by(cora)('POST /markdown', { body: { markdown: '**x**' } })

  await server.catchUp()
  const { items } = await by(mia)('GET /inbox')
  await by(mia)('GET /inbox/count')
  const line = { params: { line: items[0]!.id } }
  await by(mia)('PUT /inbox/{line}/read', line)
  await by(mia)('DELETE /inbox/{line}/read', line)
  await by(mia)('PUT /inbox/read', { body: { upTo: items[0]!.id } })
  const thread = { params: { kind: 'inquiry', id: asked.open } } as const
  await by(cora)('PUT /following/{kind}/{id}', { ...thread, body: { level: 'everything' } })
  await by(cora)('GET /following/{kind}/{id}', thread)
  await by(cora)('GET /following')
  await by(cora)('GET /search', { query: { words: 'Title' } })
  await imports(telling, olga)
  return { community: where.open.id }
}

async function imports({ by, send }: Telling, olga: People['olga']) {
  const upload = async () =>
    (
      await send(olga, '/organization/imports', [
        {
          name: 'people',
          file: 'people.csv',
          bytes: Buffer.from('id,name,email,unit\n7,Seven,seven@example.org,Seventh\n'),
        },
      ])
    ).id
  const until = async (id: string, state: string) => {
    for (;;) {
      const now = (await by(olga)('GET /organization/imports/{import}', { params: { import: id } })).state
      if (now === state) return
      if (now === 'failed') throw new Error('The import failed.')
      await wait(50)
    }
  }
  const done = { params: { import: await upload() } }
  await until(done.params.import, 'planned')
  await by(olga)('PUT /organization/imports/{import}/plan', { ...done, body: {} })
  await until(done.params.import, 'planned')
  await by(olga)('GET /organization/imports/{import}/lines', { ...done, query: { tab: 'added' } })
  await by(olga)('PUT /organization/imports/{import}/application', { ...done, body: {} })
  await until(done.params.import, 'applied')
  await by(olga)('DELETE /organization/imports/{import}/application', done)
  await until(done.params.import, 'undone')
  const forgotten = await upload()
  await until(forgotten, 'planned')
  await by(olga)('DELETE /organization/imports/{import}', { params: { import: forgotten } })
  await until(await upload(), 'planned')
  await by(olga)('GET /organization/imports')
}
