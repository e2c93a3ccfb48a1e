import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testWorld } from '../../../test/world.ts'
import { importing } from './test/uploading.ts'

const data = process.env['MORTAR_REAL_DATA']

test.skipIf(!data)('the chart of a manufacturing company: ids alone, eleven branches under the head', async () => {
  const world = await testWorld()
  const office = await world.person('Office', { office: true })
  const { bring, look } = importing(world, office)
  const people = readFileSync(join(data!, 'manufacturing-email', 'reportsto.csv'))

  const applied = await bring({ people })
  expect(applied).toMatchObject({
    state: 'applied',
    summary: { rows: 154, people: { added: 154 }, units: { opened: 11 }, problems: 0, unitsFromLine: true },
  })

  const { rows } = await sql<{ name: string; people: number; leader: string }>`
    select unit.name, count(*) as people, min(leader.name) as leader
    from unit join position on position.unit_id = unit.id
    join unit_manager on unit_manager.unit_id = unit.id join person leader on leader.id = unit_manager.person_id
    group by unit.id order by people desc limit 1`.execute(world.db)
  expect(rows).toEqual([{ name: 'Unit of 69', people: 83, leader: '69' }])
  const head = await sql<{ name: string }>`
    select person.name from person join position on position.person_id = person.id
    where position.unit_id is null and position.manager_id is null`.execute(world.db)
  expect(head.rows).toEqual([{ name: '86' }])

  expect((await look({ people })).summary).toMatchObject({ people: { added: 0, changed: 0, same: 154 } })
})
