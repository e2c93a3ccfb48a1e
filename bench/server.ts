/** The server under load, as a process of its own: one whole Mortar, and beside it an endpoint of one query to compare with. */
import type pg from 'pg'
import { openDatabase, openPool } from '../server/src/platform/database.ts'
import { clientDir, ensureClient } from '../server/src/cli/client/build.ts'
import { startServer } from '../server/src/main.ts'

await ensureClient()
const connection = JSON.parse(process.env['BENCH_CONNECTION']!) as pg.PoolConfig
const server = await startServer({
  connection,
  secret: process.env['SECRET']!,
  baseUrl: 'http://localhost:4400',
  logLevel: 'error',
  requestsPerMinute: 1_000_000_000,
  clientDir,
})
const pool = openPool(connection)
pool.on('error', () => {})
const db = openDatabase(pool)
server.app.get<{ Params: { id: string } }>('/bare/:id', ({ params }) =>
  db.selectFrom('inquiry').select(['id', 'title', 'state']).where('id', '=', params.id).executeTakeFirst(),
)
const address = await server.listen(0, '127.0.0.1')
process.send!({ port: Number(new URL(address).port) })
process.on('disconnect', () => void server.close().finally(() => process.exit()))
