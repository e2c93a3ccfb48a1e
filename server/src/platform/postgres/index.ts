import type { Settings } from '../settings.ts'
import { openEmbedded } from './embedded.ts'
import { openExternal } from './external.ts'
import type { Postgres } from './postgres.ts'
import type { Purpose } from './presence.ts'

export type { Postgres } from './postgres.ts'

export const openPostgres = (
  settings: Pick<Settings, 'dataDir' | 'databaseUrl'>,
  purpose: Purpose,
): Promise<Postgres> =>
  settings.databaseUrl ? openExternal(settings.databaseUrl) : openEmbedded(settings.dataDir, purpose)
