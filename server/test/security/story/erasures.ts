import type { People } from './people.ts'
import type { Telling } from './telling.ts'

/** Erasures: asked for, taken back, decided, waiting, and one that ran. */
export async function erasures({ by, person }: Telling, { olga }: People) {
  const asker = await person('Aske')
  const gone = await person('Gunhild')
  await by(asker)('GET /me/erasure')
  await by(asker)('PUT /me/erasure')
  await by(asker)('DELETE /me/erasure')
  await by(asker)('PUT /me/erasure')
  await by(olga)('PUT /erasures/words', { body: { words: 'stay' } })
  const one = { params: { person: asker.id } }
  await by(olga)('GET /people/{person}/erasure', one)
  await by(olga)('GET /people/{person}/erasure/places', one)
  await by(olga)('PUT /people/{person}/erasure', { ...one, body: { name: asker.name } })
  await by(olga)('DELETE /people/{person}/erasure', one)
  await by(olga)('PUT /people/{person}/erasure', { ...one, body: { name: asker.name } })
  await by(olga)('PUT /people/{person}/erasure', {
    params: { person: gone.id },
    body: { name: gone.name, now: true },
  })
  await by(olga)('GET /erasures')
  return { waiting: asker.id, gone: gone.id }
}
