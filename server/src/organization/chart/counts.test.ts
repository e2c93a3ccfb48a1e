import { expect, test } from 'vitest'
import { testWorld } from '../../../test/world.ts'

const { person, unit, as, db } = await testWorld()
const maria = await person('Maria')

const people = async (...ids: string[]) => {
  const views = await Promise.all(ids.map((id) => as(maria)('GET /units/{unit}', { params: { unit: id } })))
  return views.map(({ body }) => body.people)
}
const placed = async (unitId: string, name: string) => {
  const { id: personId } = await person(name)
  await db.insertInto('position').values({ personId, unitId, fromDay: '2020-01-01' }).execute()
  return personId
}

test('a unit counts its own people and those of all units below, as they come, move and go', async () => {
  const house = await unit('House')
  const east = await unit('East', house)
  const ward = await unit('Ward', east)
  const west = await unit('West', house)
  const ola = await placed(ward, 'Ola')
  await placed(ward, 'Wilma')
  await placed(house, 'Head')
  expect(await people(house, east, ward, west)).toEqual([3, 2, 2, 0])

  await db.updateTable('position').set({ unitId: west }).where('personId', '=', ola).execute()
  expect(await people(house, east, ward, west)).toEqual([3, 1, 1, 1])

  await db.updateTable('unit').set({ parentId: west }).where('id', '=', ward).execute()
  expect(await people(house, east, ward, west)).toEqual([3, 0, 1, 2])

  await db.updateTable('position').set({ toDay: '2024-01-01' }).where('personId', '=', ola).execute()
  expect(await people(house, west)).toEqual([2, 1])

  await db.updateTable('unit').set({ closedOn: '2024-01-01' }).where('id', '=', ward).execute()
  expect(await people(house, west, ward)).toEqual([1, 0, 1])
})

test('the words of a name are forgotten with the last person who had it', async () => {
  const known = async () =>
    (
      await db.selectFrom('nameWord').select('word').where('word', 'in', ['rarely', 'seen']).orderBy('word').execute()
    ).map(({ word }) => word)
  const { id } = await person('Rarely Seen')
  await person('Often Seen')
  expect(await known()).toEqual(['rarely', 'seen'])

  await db.updateTable('person').set({ name: 'A former colleague' }).where('id', '=', id).execute()
  expect(await known()).toEqual(['seen'])
})
