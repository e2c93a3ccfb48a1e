import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import type { TestProject } from 'vitest/node'
import { openPool } from '#platform/database.ts'
import { migrate } from '#platform/migrate.ts'
import { administer, databaseAt } from './postgres/administer.ts'
import { borrowedServer } from './postgres/borrowed.ts'
import { embeddedServer } from './postgres/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run, by the address of a database to administer from. */
    postgres: string
    /** A migrated and otherwise empty database to clone. */
    template: string
    /** A database without any table. */
    blank: string
    /** What the names of all databases of this run begin with. */
    run: string
    /** The end of a statement that clones a database. */
    copying: string
  }
}

// The machine is part of the name: a process number says nothing about processes elsewhere.
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const run = `mortar_test_${machine}_${process.pid}`

/** One PostgreSQL for the whole run; each test clones a database that was migrated once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const foreign = process.env['TEST_DATABASE_URL']
  const { url, stop, copying = '' } = foreign ? await borrowedServer(foreign, run) : await embeddedServer()
  try {
    const blank = await makeBlank(url)
    project.provide('postgres', url)
    project.provide('run', run)
    project.provide('copying', copying)
    project.provide('blank', blank)
    project.provide('template', await makeTemplate(url, blank))
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

/** As docs/operate.md says to make one. */
async function makeBlank(server: string): Promise<string> {
  const name = `${run}_blank`
  await administer(
    server,
    `create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8' locale_provider icu icu_locale 'und'`,
  )
  return name
}

async function makeTemplate(server: string, blank: string): Promise<string> {
  const name = `${run}_template`
  await administer(server, `create database ${name} template ${blank}`)
  const pool = openPool({ connectionString: databaseAt(server, name) }, 1)
  await migrate(pool).finally(() => pool.end())
  return name
}
