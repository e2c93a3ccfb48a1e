import { expect, test } from 'vitest'
import { testWorld } from '../../test/world.ts'

const { person, as, server } = await testWorld()
const maria = await person('Maria')

test('a server that stops ends its open streams and does not wait for who listens', async () => {
  const body = { name: 'Weavers', short: 'WEA', colour: 1, visibility: 'open', domain: 'Weaving' } as const
  const { id } = (await as(maria)('POST /communities', { body })).body
  const base = await server.listen(0, '127.0.0.1')
  const stream = await fetch(`${base}/api/live?subject=community:${id}`, {
    headers: { authorization: `Bearer ${maria.token}` },
  })
  const reader = stream.body!.getReader()
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('retry')

  await server.close()

  while (!(await reader.read()).done) {}
})
