import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf, Failure } from '../failure.ts'
import { folderFailure } from '../secret.ts'
import type { Binaries } from './binaries.ts'
import { canEnter, ownerOf, systemFolder, type Owner } from './owner.ts'
import { finishSwap } from './swap.ts'

/** Where a database lies, and the user it runs as. */
export interface Place {
  folder: string
  owner: Owner | undefined
  log: string
  /** What whoever runs Mortar should know, such as that the folder lies elsewhere. */
  notes: string[]
}

export function placeIn(dataDir: string): Place {
  const wanted = join(dataDir, 'postgres')
  try {
    mkdirSync(dataDir, { recursive: true })
    if (!isThere(wanted)) linkElsewhereIfClosed(dataDir, wanted)
    const folder = isThere(wanted) ? realPlace(wanted) : join(realpathSync(dataDir), 'postgres')
    finishSwap(folder)
    const owner = ownerOf(folder)
    if (owner && !canEnter(dirname(folder), owner)) throw closed(folder)
    return {
      folder,
      owner,
      log: `${wanted}.log`,
      notes: folder.startsWith(realpathSync(dataDir)) ? [] : [`The database lies in ${folder}.`],
    }
  } catch (error) {
    throw folderFailure(error, dataDir)
  }
}

const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined

function linkElsewhereIfClosed(dataDir: string, wanted: string): void {
  const owner = ownerOf(wanted)
  if (!owner || canEnter(dataDir, owner)) return

  const parent = systemFolder('')
  mkdirSync(parent, { recursive: true })
  chmodSync(parent, 0o755)
  symlinkSync(
    freeName(
      join(
        parent,
        realpathSync(dataDir)
          .replaceAll(/[^\w.]+/g, '-')
          .replace(/^-/, ''),
      ),
    ),
    wanted,
  )
}

function freeName(path: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? path : `${path}-${n}`
    try {
      mkdirSync(name, { mode: 0o700 })
      return name
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

function realPlace(wanted: string): string {
  if (!existsSync(wanted)) finishSwap(readlinkSync(wanted))
  if (existsSync(wanted)) return realpathSync(wanted)
  throw new Failure(
    `The database of this data folder should lie in ${readlinkSync(wanted)}, but nothing is there: put it back, or restore a backup into a new folder.`,
  )
}

const closed = (folder: string) =>
  new Failure(
    `The user who runs the database cannot enter ${dirname(folder)}: allow everybody to pass through it (chmod a+x), or move the data folder.`,
  )

/** The major version of PostgreSQL that wrote the folder; none where nothing is. */
export function majorOf(folder: string): number | undefined {
  const found = contentsOf(folder)
  if (found.length === 0) return undefined
  if (!found.includes('PG_VERSION'))
    throw new Failure(`The folder ${folder} holds something other than a database: set DATA_DIR to another folder.`)
  return Number.parseInt(readFileSync(join(folder, 'PG_VERSION'), 'utf8'), 10)
}

/** Whether a database is in the folder; refuses one that these programs cannot run. */
export function holdsDatabase(folder: string, { major }: Pick<Binaries, 'major'>): boolean {
  const version = majorOf(folder)
  if (version === undefined) return false
  if (version < major)
    throw new Failure(
      `The data folder was written by PostgreSQL ${version}, this Mortar brings ${major}: run "mortar upgrade" once.`,
    )
  if (version > major)
    throw new Failure(
      `The data folder was written by PostgreSQL ${version}, this Mortar brings ${major}: install the newer Mortar that wrote it.`,
    )
  return true
}

function contentsOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    if (codeOf(error) === 'EACCES')
      throw new Failure(`The database in ${folder} belongs to another user: start Mortar as that user, or as root.`)
    throw error
  }
}
