import { sql } from 'kysely'
import { practiceScene } from '../../../test/practice-scene.ts'
import type { Somebody } from '../../../test/world.ts'
import { dayAfter, today } from '../pulse/wave.ts'

export const closes = dayAfter(today(), 14)

/** Twelve people who may say yes to pulses, who carries their community, the knowledge office and a guest. */
export async function pulseScene() {
  const scene = await practiceScene()
  const { person, as, community, join, db } = scene
  const fay = await person('Fay')
  const olga = await person('Olga', { office: true })
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => person(`Member ${'abcdefghijkl'[n]}`)))
  const guest = await person('Gus')
  await sql`update person set origin = 'guest' where id = ${guest.id}`.execute(db)

  const yes = (...who: Somebody[]) => Promise.all(who.map((one) => as(one)('PUT /pulse/choice')))
  const open = async (of: string, themes: ('safety' | 'energy' | 'trust')[] = ['energy']) =>
    as(fay)('POST /communities/{community}/pulse/waves', { params: { community: of }, body: { themes, closes } })
  const answer = (who: Somebody, wave: string, energy: number[]) =>
    as(who)('POST /pulse/waves/{wave}/answers', { params: { wave }, body: { answers: { energy } } })
  const end = (wave: string) => as(fay)('PUT /pulse/waves/{wave}/end', { params: { wave } })
  const shown = async (of: string, who = fay) =>
    (await as(who)('GET /communities/{community}/pulse', { params: { community: of } })).body
  const rows = async <Row>(query: ReturnType<typeof sql>) => (await query.execute(db)).rows as Row[]
  const longAgo = (wave: string) =>
    sql`update pulse_wave set opened_on = current_date - 60, closes_on = current_date - 40 where id = ${wave}`.execute(
      db,
    )

  const weavers = async (members = people) => {
    const id = await community(fay)
    await join(id, ...members)
    return id
  }
  return { ...scene, fay, olga, people, guest, yes, open, answer, end, shown, rows, longAgo, weavers }
}
