import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../failure.ts'

/** The system user a database runs as; spread into the options of a child process. */
export interface Owner {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root: then the folder's owner runs it, for a new folder the user `postgres`. */
export function ownerOf(folder: string): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const { uid, gid } = existsSync(folder) ? statSync(folder) : { uid: 0, gid: 0 }
  return uid === 0 ? postgresUser() : { uid, gid }
}

function postgresUser(): Owner {
  const known = userNamed('postgres')
  if (known) return known
  spawnSync('groupadd', ['--system', 'postgres'])
  spawnSync('useradd', [
    '--system',
    '--gid',
    'postgres',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ])
  const made = userNamed('postgres')
  if (made) return made
  throw new Failure(
    'PostgreSQL does not run as root, and no system user "postgres" could be made: make one, start Mortar as another user, or set DATABASE_URL.',
  )
}

function userNamed(name: string): Owner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** Whether this user can come into the folder, through each folder above it. */
export const canEnter = (folder: string, owner: Owner) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...owner, cwd: '/' }).status === 0

export const systemFolder = (name: string) => join('/var/lib/mortar', name)
