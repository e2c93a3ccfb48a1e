import { expect, test } from 'vitest'
import type { Somebody } from '../../../test/world.ts'
import { inquiryWorld } from '../../../test/inquiry-world.ts'

const { person, community, ask, answer, server } = await inquiryWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const address = await server.listen(0, '127.0.0.1')

const watch = (who: Somebody, inquiry: string) =>
  fetch(`${address.replace('localhost', '127.0.0.1')}/api/live?subject=inquiry:${inquiry}`, {
    headers: { authorization: `Bearer ${who.token}` },
  })

test('an open page is told when somebody answers', async () => {
  const inquiry = await ask(tom, [await community(maria)])
  const { body, status } = await watch(tom, inquiry)
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader()

  await answer(maria, inquiry)

  let heard = ''
  while (!heard.includes('event: changed')) heard += (await reader.read()).value ?? ''
  expect(status).toBe(200)
  await reader.cancel()
})

test('whoever may not read an inquiry cannot watch it', async () => {
  const inquiry = await ask(maria, [await community(maria, 'private')])

  expect((await watch(tom, inquiry)).status).toBe(404)
})
