import { expect, test } from 'vitest'
import { chanceOf } from '../../random/stream.ts'
import { Rows } from './rows.ts'

test('sparse rows hold what a full matrix would, however they grow and shrink', () => {
  const chance = chanceOf(5, 0).stream(0)
  const [rows, people] = [20, 200]
  const sparse = new Rows(rows)
  const full = new Map<string, number>()
  for (let act = 0; act < 20_000; act++) {
    const [row, person, value] = [chance.below(rows), chance.below(people), chance.unit()]
    const place = sparse.find(row, person)
    expect(place < 0).toBe(!full.has(`${row} ${person}`))
    if (place < 0) {
      sparse.put(row, person, value, -value, act)
      full.set(`${row} ${person}`, value)
    } else if (value < 0.4) {
      sparse.drop(row, place)
      full.delete(`${row} ${person}`)
    } else {
      sparse.value[place] = value
      full.set(`${row} ${person}`, value)
    }
  }

  const found = [...full].map(([key]) => {
    const [row, person] = key.split(' ').map(Number)
    return sparse.value[sparse.find(row!, person!)]
  })
  expect(found).toEqual([...full.values()])
  expect(sparse.length.reduce((sum, length) => sum + length, 0)).toBe(full.size)
})
