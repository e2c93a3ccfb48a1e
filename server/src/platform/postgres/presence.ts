import type pg from 'pg'
import { Failure } from '../failure.ts'
import { pause } from '../process.ts'

export type Purpose = 'serve' | 'command'

// The locks end with the connection that holds them, however its process ended: nothing stale is ever left.
const presence = 7_308_001
const serving = 7_308_002

/** Tells other processes that this one uses the database. Held for as long as the connection lives. */
export async function announce(client: pg.Client, purpose: Purpose, dataDir: string): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1)', [presence])
  if (purpose === 'command') return

  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [serving])
  if (!rows[0]?.got) throw await alreadyServing(client, dataDir)
}

/** Whether nobody else uses the database; from then on nobody can until this connection ends. */
export async function isLastHere(client: pg.Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [presence])
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [presence])
  return rows[0]?.alone ?? false
}

/** Waits while connections that were just closed say goodbye, so that shutting down is no error to anybody. */
export async function partingDone(client: pg.Client): Promise<void> {
  for (let patience = 40; patience > 0; patience--) {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
    )
    if (!rowCount) return
    await pause(25)
  }
}

async function alreadyServing(client: pg.Client, dataDir: string): Promise<Failure> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and objid = $1 and granted`,
    [serving],
  )
  const who = rows[0] ? ` (${rows[0].name.replace('mortar serve', 'process')})` : ''
  return new Failure(
    `Mortar is already running on the data folder ${dataDir}${who}: use that one, stop it first, or set DATA_DIR to another folder.`,
  )
}
