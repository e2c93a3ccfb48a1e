import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { authenticator } from '../../../test/authenticator.ts'
import { browser } from '../../../test/browser.ts'
import { testWorld } from '../../../test/world.ts'
import { firstLink } from './links.ts'

const { db, as } = await testWorld()
const anybody = as(undefined)
const origin = 'http://localhost:4400'

test('the first person who turns away from the passkey is who they said, and the first link is theirs', async () => {
  const made = await firstLink(db, origin)
  const params = { token: made!.link.split('/welcome/')[1]! }
  const body = { name: 'Hilla Korpi', email: 'hilla@example.org' }
  await browser(anybody).call('POST /welcome/{token}', { params, body })

  const eve = await anybody('POST /welcome/{token}', {
    params,
    body: { name: 'Eve', email: 'eve@example.org' },
  })
  const seen = await anybody('GET /welcome/{token}', { params })
  const hilla = browser(anybody)
  await hilla.call('POST /welcome/{token}', { params, body })
  const challenge = (await hilla.call('POST /me/passkeys/challenge')).body['challenge'] as string
  const key = authenticator(origin)
  const added = await hilla.call('POST /me/passkeys', { body: { name: 'Key', response: key.make(challenge) } })

  expect(seen.body).toMatchObject({ purpose: 'invitation', name: 'Hilla Korpi', email: 'hilla@example.org' })
  expect(eve.status).toBe(204)
  expect((await sql<{ email: string }>`select email from account`.execute(db)).rows).toEqual([{ email: body.email }])
  expect(added.status).toBe(204)
  expect((await anybody('GET /welcome/{token}', { params })).status).toBe(410)
  expect(await firstLink(db, origin)).toBeUndefined()
})
