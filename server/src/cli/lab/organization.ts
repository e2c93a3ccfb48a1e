import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { organizationToday, type OrganizationTaken } from '#lab/index.ts'
import { Failure } from '#platform/failure.ts'
import { settingsFor, withDatabase } from '../frame/database.ts'
import { inWords } from '../frame/in-words.ts'

/** The organization of the data folder as it is today. Its database is left again before anything runs. */
export async function organizationFor(
  made: Command,
  asked: Readonly<Record<string, unknown>>,
): Promise<OrganizationTaken> {
  if (asked['people'] !== undefined)
    throw new Failure('--people is for an invented organization: add --invented, or leave it out.', 'usage')
  const { dataDir, databaseUrl } = settingsFor(made)
  // A database would be made where there is none.
  if (!databaseUrl && !lstatSync(join(dataDir, 'postgres'), { throwIfNoEntry: false }))
    throw new Failure(
      `There is no organization in the data folder ${dataDir}. Name its folder with --data, or add --invented to play an invented one.`,
    )
  return inWords(() => withDatabase(made, ({ db }) => organizationToday(db)))
}
