import { type Begin, beginningOperations } from '@mortar/contract/account'
import { audit } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import { type Actor, type Endpoint, endpoints } from '#platform/endpoint.ts'
import { setLanguage } from '../queries/language.ts'
import { saveSettings, settingsOf } from '../queries/settings.ts'
import { refuse } from '../refusals.ts'

/** Fills an organization that has not begun with the example that comes along. */
export type LoadExample = (db: Database, actor: Actor) => Promise<void>

/** How an organization begins. The loader belongs to a later room and is handed in. */
export const beginWith = (loadExample?: LoadExample): Endpoint[] =>
  endpoints(beginningOperations, {
    'POST /organization/beginning': ({ db, actor, body, request }) => begin(db, actor, body, request.ip, loadExample),
  })

async function begin(db: Database, actor: Actor, choice: Begin, address: string, loadExample: LoadExample | undefined) {
  if (!actor.office) throw refuse.forbidden('officeOnly')
  const { name } = await settingsOf(db)
  if (name) throw refuse.conflict('begun', { name })
  if (choice.choice !== 'example') return nameOrganization(db, actor, choice, address)

  if (!loadExample) throw refuse.unavailable('exampleMissing')
  await loadExample(db, actor)
  await audit(db, 'organization.began', { actor: actor.id, address, detail: { choice: 'example' } })
}

const nameOrganization = (db: Database, actor: Actor, choice: Exclude<Begin, { choice: 'example' }>, address: string) =>
  inTransaction(db, async (tx) => {
    const { name, language, timeZone } = choice
    if (!(await saveSettings(tx, { name, language, timeZone }))) throw refuse.conflict('begun', { name })
    await setLanguage(tx, language)
    await audit(tx, 'organization.began', { actor: actor.id, address, detail: { choice: choice.choice } })
  })
