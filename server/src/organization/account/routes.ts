import { accountOperations } from '@mortar/contract/account'
import { type Endpoint, endpoints } from '#platform/endpoint.ts'
import { emailOf, savePreferences } from '../queries/accounts.ts'
import { endSessions } from '../queries/sessions.ts'
import { settingsOf } from '../queries/settings.ts'
import { unitsOf } from '../queries/units.ts'
import { limited } from './attempts.ts'
import { addPasskey, beginPasskey, beginSignIn, finishSignIn, removePasskey } from './passkeys.ts'
import { changePassword, endSession, inPerson, keepSession, ownAccount, signIn } from './sessions.ts'
import { clearSessionCookie, openSession, type SignIn } from './sign-in.ts'
import { endToken, makeToken, ownTokens } from './tokens.ts'
import { enterBy, welcomeFor } from './welcome.ts'

/** Signing in, and what a person decides about their own account. */
export const accountEndpoints = (through: SignIn): Endpoint[] =>
  endpoints(accountOperations, {
    async 'GET /me'({ db, actor, reply }) {
      const [{ name, email }, organization, units] = await Promise.all([
        emailOf(db, actor.id),
        settingsOf(db),
        unitsOf(db, actor.id),
        keepSession(through, db, actor, reply),
      ])
      const decideFor = units.filter(({ role }) => role !== 'works').map(({ id }) => id)
      const { id, guest, language, timeZone } = actor
      const may = { administer: actor.office, decideFor }
      return { id, name, email, guest, language, timeZone, organization, units, may }
    },

    async 'PATCH /me'({ db, actor, body }) {
      if (Object.keys(body).length > 0) await savePreferences(db, actor.id, body)
    },

    'POST /session': ({ db, body, request, reply }) => signIn(through, db, body, request, reply),

    'POST /session/challenge': ({ request, reply }) => beginSignIn({ signIn: through, request, reply }),

    'POST /session/passkey': ({ db, body, request, reply }) =>
      limited(db, { address: request.ip }, () => finishSignIn({ signIn: through, request, reply }, body.response)),

    async 'DELETE /session'({ db, actor, reply }) {
      if (actor?.sessionId) await endSessions(db, actor.id, { only: actor.sessionId })
      clearSessionCookie(through, reply)
    },

    'GET /welcome/{token}': ({ db, params, request }) =>
      limited(db, { address: request.ip }, () => welcomeFor(db, params.token)),

    async 'POST /welcome/{token}'({ db, params, body, request, reply }) {
      const account = await limited(db, { address: request.ip }, () => enterBy(db, params.token, body, request.ip))
      await openSession(through, account, request, reply)
    },

    'GET /me/account': ({ db, actor }) => ownAccount(db, actor),

    'PUT /me/password': ({ db, actor, body, request }) => changePassword(db, actor, body, request.ip),

    async 'DELETE /me/sessions'({ db, actor }) {
      await endSessions(db, actor.id, { except: actor.sessionId ?? null })
    },

    'DELETE /me/sessions/{session}': ({ db, actor, params }) => endSession(db, actor, params.session),

    async 'POST /me/passkeys/challenge'({ actor, request, reply }) {
      inPerson(actor)
      return beginPasskey({ signIn: through, request, reply })
    },

    async 'POST /me/passkeys'({ db, actor, body, request, reply }) {
      inPerson(actor)
      await addPasskey({ signIn: through, request, reply }, db, actor, body)
    },

    async 'DELETE /me/passkeys/{passkey}'({ db, actor, params, request }) {
      inPerson(actor)
      await removePasskey(db, actor, params.passkey, request.ip)
    },

    'GET /me/tokens': async ({ db, actor }) => ({ items: await ownTokens(db, actor) }),

    async 'POST /me/tokens'({ db, actor, body, request, reply }) {
      inPerson(actor)
      reply.header('cache-control', 'no-store')
      return makeToken(db, actor, body, request.ip)
    },

    'DELETE /me/tokens/{token}': ({ db, actor, params, request }) => endToken(db, actor, params.token, request.ip),
  })
