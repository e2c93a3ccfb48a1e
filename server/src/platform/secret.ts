import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, Failure } from './failure.ts'

/** The secret of this data folder, made on first use. */
export function secretIn(dataDir: string): string {
  const file = join(dataDir, 'secret')
  try {
    return readSecret(file) ?? makeSecret(dataDir, file)
  } catch (error) {
    throw folderFailure(error, dataDir)
  }
}

function readSecret(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim()
    if (text.length < 32)
      throw new Failure(
        `The file ${file} is damaged: put back the secret from a backup, or remove it and everybody signs in again.`,
      )
    return text
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function makeSecret(dataDir: string, file: string): string {
  mkdirSync(dataDir, { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    // Linked, not renamed: of two processes that start at once the first secret stays.
    linkSync(draft, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}

const folderWords: Record<string, string> = {
  EACCES: 'may not be written to by this user: change its owner, or set DATA_DIR to another folder',
  EPERM: 'may not be written to by this user: change its owner, or set DATA_DIR to another folder',
  EROFS: 'lies on a disk that is read-only: set DATA_DIR to another folder',
  ENOSPC: 'lies on a full disk: free some space and start again',
  EDQUOT: 'lies on a full disk: free some space and start again',
  ENOTDIR: 'is not a folder: set DATA_DIR to a folder',
  EEXIST: 'is not a folder: set DATA_DIR to a folder',
}

/** Says in a sentence why the data folder cannot be used; other errors pass as they are. */
export function folderFailure(error: unknown, folder: string): unknown {
  const words = folderWords[codeOf(error) ?? '']
  return words ? new Failure(`The data folder ${folder} ${words}.`) : error
}
