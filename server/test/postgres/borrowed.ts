import { isAlive } from '#platform/process.ts'
import { administer } from './administer.ts'
import type { TestServer } from './embedded.ts'

/** Somebody else's PostgreSQL: only databases of our own are made there, and dropped. */
export async function borrowedServer(url: string, run: string): Promise<TestServer> {
  const ours = run.replace(/\d+$/, '')
  await dropDatabases(url, ours, (pid) => !isAlive(pid))
  return { url, stop: () => dropDatabases(url, ours, (pid) => pid === process.pid) }
}

/** Names go on with the number of the process that made them. */
async function dropDatabases(url: string, prefix: string, isDue: (pid: number) => boolean): Promise<void> {
  const list = `select datname as name from pg_database where starts_with(datname, '${prefix}')`
  for (const { name } of await administer<{ name: string }>(url, list)) {
    const pid = Number.parseInt(name.slice(prefix.length), 10)
    if (isDue(pid)) await administer(url, `drop database if exists ${name} with (force)`)
  }
}
