import { sql } from 'kysely'
import type { Telling } from './telling.ts'

/** What people are called, where their names are looked for. */
export type Called = Partial<Record<'fay' | 'mia' | 'max' | 'cora' | 'ned' | 'ina' | 'otto', string>>

/** Two wards below one house, and people who stand differently to what is told later. */
export async function people({ unit, person, by, db }: Telling, called: Called = {}) {
  const house = await unit('House')
  const ward = await unit('Ward', house)
  const other = await unit('Other ward', house)
  const craft = (await sql<{ id: string }>`insert into occupation (name) values ('Weaver') returning id`.execute(db))
    .rows[0]!.id

  const olga = await person('Olga', { office: true, unit: house })
  await by(olga)('GET /organization/beginning')
  await by(olga)('POST /organization/beginning', {
    body: { choice: 'here', name: 'House of looms', language: 'en', timeZone: 'Europe/Helsinki' },
  })
  await by(olga)('PUT /organization/naming', {
    body: { name: 'House of looms', language: 'en', timeZone: 'Europe/Helsinki' },
  })
  return {
    house,
    ward,
    other,
    craft,
    /** Of the knowledge office, and member of nothing. */
    olga,
    /** Facilitates every community. */
    fay: await person(called.fay ?? 'Fay', { unit: house }),
    /** Member of every community. */
    mia: await person(called.mia ?? 'Mia', { unit: ward }),
    /** Manages the ward that Mia works in. */
    max: await person(called.max ?? 'Max', { unit: ward, manages: ward }),
    /** Works elsewhere, and is a member of nothing. */
    cora: await person(called.cora ?? 'Cora', { unit: other, manages: other }),
    /** Member of another private community. */
    ned: await person(called.ned ?? 'Ned', { unit: other }),
    /** Invited to the private community, and has not answered. */
    ina: await person(called.ina ?? 'Ina', { unit: other }),
    /** Somebody whose things are their own. */
    otto: await person(called.otto ?? 'Otto', { unit: ward }),
  }
}
export type People = Awaited<ReturnType<typeof people>>
