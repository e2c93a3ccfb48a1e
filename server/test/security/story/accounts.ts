import { authenticator } from '../../authenticator.ts'
import type { People } from './people.ts'
import { png, type Telling } from './telling.ts'

export const password = 'treadle under the blue lamp'

/** Ways in and out, and what the knowledge office does for people. */
export async function accounts(telling: Telling, who: People, word: (name: string) => string) {
  const { by, opened, person, send } = telling
  const { olga, otto, max, cora, ward } = { ...who, ward: who.ward }
  const invite = async (id: string) =>
    (await by(olga)('POST /office/invitations', { body: { people: [id] } })).items[0]!.link.split('/welcome/')[1]!
  const email = `${word('hiddenEmail')}@example.org`
  const paula = await by(olga)('POST /office/people', { body: { name: 'Paula', email } })
  const token = await invite(paula.id)
  const { own, go } = opened()
  await go('GET /welcome/{token}', { params: { token } })
  await go('POST /welcome/{token}', { params: { token }, body: { password } })
  await go('POST /session', { body: { email, password } })
  const key = authenticator('http://localhost:4400')
  const challengeIn = (body: unknown) => (body as { challenge: string }).challenge
  await go('POST /me/passkeys/challenge').then((body) =>
    go('POST /me/passkeys', { body: { name: word('passkeyName'), response: key.make(challengeIn(body)) } }),
  )
  const away = opened()
  await away
    .go('POST /session/challenge')
    .then((body) => away.go('POST /session/passkey', { body: { response: key.sign(challengeIn(body)) } }))
  await away.go('DELETE /session')
  const elsewhere = opened()
  await elsewhere.go('POST /session', { body: { email, password } })
  const { sessions, passkeys } = await go('GET /me/account')
  await go('DELETE /me/sessions/{session}', { params: { session: sessions.find(({ current }) => !current)!.id } })
  await go('DELETE /me/sessions')
  await go('DELETE /me/passkeys/{passkey}', { params: { passkey: passkeys[0]!.id } })
  await go('PUT /me/password', { body: { current: password, password: `${password} again` } })
  const made = await go('POST /me/tokens', { body: { name: word('tokenName'), scopes: ['read'], days: 1 } })
  const spare = await go('POST /me/tokens', { body: { name: 'Spare', scopes: ['read'], days: 1 } })
  await go('DELETE /me/tokens/{token}', { params: { token: spare.id } })
  await go('GET /me/tokens')
  await go('PATCH /me', { body: { language: 'en' } })
  await go('GET /me')

  await by(olga)('POST /office/recoveries/{person}', { params: { person: paula.id } })
  await by(olga)('DELETE /office/links/{person}', { params: { person: paula.id } })
  const gone = await person('Gona', { unit: ward })
  await by(olga)('PUT /office/departures/{person}', { params: { person: gone.id }, body: { on: '2024-06-01' } })
  await by(olga)('DELETE /office/departures/{person}', { params: { person: gone.id } })
  await by(olga)('PUT /office/members/{person}', { params: { person: max.id } })
  await by(olga)('DELETE /office/members/{person}', { params: { person: max.id } })
  const heir = await person('Hedda', { office: true })
  await by(heir)('PUT /office/succession', { body: { to: paula.id } })
  for (const address of ['GET /office/accounts', 'GET /office/members', 'GET /office/audit'] as const) {
    await by(olga)(address)
  }
  await by(otto)('PUT /people/{person}', {
    params: { person: otto.id },
    body: { does: word('hiddenDoes'), experience: [word('hiddenExperience')], acceptsQuestions: true, shows: [] },
  })
  await by(cora)('GET /people/{person}', { params: { person: otto.id } })
  for (const shown of [1, 2]) {
    const file = (await send(otto, '/files', [{ name: 'file', file: `face-${shown}.png`, bytes: png }])).id
    await by(otto)('PUT /people/{person}/photo', { params: { person: otto.id }, body: { file } })
    if (shown === 1) await by(otto)('DELETE /people/{person}/photo', { params: { person: otto.id } })
  }
  return { paula: paula.id, session: own, token: made.token }
}
