import { accountOperations } from '@mortar/contract/account'
import { endpoints } from '#platform/endpoint.ts'
import { emailOf } from './queries/accounts.ts'
import { settingsOf } from './queries/settings.ts'
import { unitsOf } from './queries/units.ts'

export const accountEndpoints = endpoints(accountOperations, {
  async 'GET /me'({ db, actor }) {
    const [{ name, email }, organization, units] = await Promise.all([
      emailOf(db, actor.id),
      settingsOf(db),
      unitsOf(db, actor.id),
    ])
    const decideFor = units.filter(({ role }) => role !== 'works').map(({ id }) => id)
    const { id, language, timeZone } = actor
    return { id, name, email, language, timeZone, organization, units, may: { administer: actor.office, decideFor } }
  },
})
