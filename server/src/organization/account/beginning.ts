import { randomUUID } from 'node:crypto'
import { type Begin, type Beginning, beginningOperations, type Naming } from '@mortar/contract/account'
import { audit, record } from '#activity/index.ts'
import { type Database, inTransaction, type Reader } from '#platform/database.ts'
import { type Actor, type Endpoint, endpoints } from '#platform/endpoint.ts'
import { peopleAndUnits } from '../queries/beginning.ts'
import { setLanguage } from '../queries/language.ts'
import { changeSettings, saveSettings, settingsOf } from '../queries/settings.ts'
import { refuse } from '../refusals.ts'

/** What later rooms bring to the beginning. */
export interface LaterRooms {
  /** Fills an organization that has not begun with the example that comes along. */
  loadExample?: (db: Database, actor: Actor) => Promise<void>
  /** What an import from a terminal may have brought before anybody came. */
  talkHere(db: Reader): Promise<{ communities: number; inquiries: number }>
}

type Choice = Begin['choice']

/** How an organization begins. */
export const beginWith = (later: LaterRooms): Endpoint[] =>
  endpoints(beginningOperations, {
    async 'GET /organization/beginning'({ db, actor }) {
      await mayBegin(db, actor)
      const here = await whatIsHere(db, later)
      return { here, may: { choose: choicesFor(here) } }
    },
    'PUT /organization/naming': ({ db, actor, body, request }) => rename(db, actor, body, request.ip),

    async 'POST /organization/beginning'({ db, actor, body, request }) {
      await mayBegin(db, actor)
      const { loadExample } = later
      if (body.choice !== 'example') return nameOrganization(db, actor, body, request.ip, later)
      if (!loadExample) throw refuse.unavailable('exampleMissing')
      await mayChoose(db, 'example', later)
      await loadExample(db, actor)
      await audit(db, 'organization.began', { actor: actor.id, address: request.ip, detail: { choice: 'example' } })
    },
  })

async function mayBegin(db: Database, actor: Actor): Promise<void> {
  if (!actor.office) throw refuse.forbidden('officeOnly')
  const { name } = await settingsOf(db)
  if (name) throw refuse.conflict('begun', { name })
}

const whatIsHere = async (db: Reader, later: LaterRooms): Promise<Beginning['here']> => ({
  ...(await peopleAndUnits(db)),
  ...(await later.talkHere(db)),
})

/** Whoever imported before the first visit has chosen already: an example beside that would mix two organizations. */
const choicesFor = (here: Beginning['here']): Choice[] =>
  Object.values(here).some((count) => count > 0) ? ['here'] : ['example', 'import', 'empty']

async function mayChoose(db: Reader, choice: Choice, later: LaterRooms): Promise<void> {
  const choices = choicesFor(await whatIsHere(db, later))
  if (choices.includes(choice)) return
  throw choice === 'here' ? refuse.conflict('nothingHere') : refuse.conflict('alreadyHere')
}

type Named = Exclude<Begin, { choice: 'example' }>

const nameOrganization = (db: Database, actor: Actor, choice: Named, address: string, later: LaterRooms) =>
  inTransaction(db, async (tx) => {
    const { name, language, timeZone } = choice
    if (!(await saveSettings(tx, { name, language, timeZone }))) throw refuse.conflict('begun', { name })
    await mayChoose(tx, choice.choice, later)
    await setLanguage(tx, language)
    await audit(tx, 'organization.began', { actor: actor.id, address, detail: { choice: choice.choice } })
  })

const rename = (db: Database, actor: Actor, naming: Naming, address: string) =>
  inTransaction(db, async (tx) => {
    if (!actor.office) throw refuse.forbidden('officeOnly')
    const before = await settingsOf(tx)
    if (!before.name) throw refuse.conflict('notBegun')
    await changeSettings(tx, { name: naming.name, timeZone: naming.timeZone })
    if (naming.language !== before.language) {
      await setLanguage(tx, naming.language)
      // Words are found by the rules of a language: the index is built anew.
      await record(tx, {
        actor: actor.id,
        verb: 'organization.language_changed',
        subject: { kind: 'organization', id: randomUUID() },
      })
    }
    await audit(tx, 'organization.named', { actor: actor.id, address })
  })
