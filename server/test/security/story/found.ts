import { planted } from '../../../src/network/recognition/test/found.ts'
import type { People } from './people.ts'
import type { Telling } from './telling.ts'

/** Communities found, searched for anew, asked about, answered, and a question that is taken back. */
export async function found(telling: Telling, { olga }: People) {
  const { by } = telling
  const first = await planted(telling, { core: 6, edge: 2, others: 8, units: 3 })
  const house = await planted(telling, { core: 6, edge: 2, others: 8, units: 3 })
  await by(olga)('GET /found')
  await by(house.core[0])('PUT /found/position', { body: { shown: 'everybody' } })
  await by(olga)('GET /found/{found}', { params: { found: house.found } })
  await by(olga)('GET /discovery/runs')
  const run = { params: { run: house.run } }
  await by(olga)('GET /discovery/runs/{run}', run)
  await by(olga)('GET /discovery/runs/{run}/changes', { ...run, query: { since: first.run } })
  await by(olga)('PUT /discovery/schedule', { body: { every: 'never' } })
  const { id } = await by(olga)('POST /discovery/runs', { body: {} })
  await by(olga)('DELETE /discovery/runs/{run}', { params: { run: id } })

  const days = { before: '2026-01-01', after: '2026-02-01' }
  const reorganization = await by(olga)('POST /reorganizations', { body: days })
  await by(olga)('GET /reorganizations')
  await by(olga)('GET /reorganizations/{reorganization}', { params: { reorganization: reorganization.id } })

  const asking = await by(olga)('POST /recognitions', { body: { found: house.found } })
  const recognition = { params: { recognition: asking.id } }
  const [asked] = house.core
  await by(asked)('GET /recognitions')
  await by(asked)('GET /recognitions/{recognition}', recognition)
  await by(asked)('PUT /recognitions/{recognition}/answer', { ...recognition, body: { answer: 'not_me' } })
  const other = await by(first.core[0])('POST /recognitions', { body: { found: first.found } })
  await by(first.core[0])('DELETE /recognitions/{recognition}', { params: { recognition: other.id } })
  return {
    found: house.found,
    run: house.run,
    recognition: asking.id,
    reorganization: reorganization.id,
  }
}
