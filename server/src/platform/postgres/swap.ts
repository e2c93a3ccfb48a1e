import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf } from '../failure.ts'

/** Where a database of a newer PostgreSQL is made, and what it is called once it has proven itself. */
export const inTheMaking = (folder: string) => `${folder}.next`
export const proven = (folder: string) => `${folder}.upgraded`

/** Puts the proven database in the place of the old one, which is kept under a name that is returned. */
export function swapIn(folder: string, oldMajor: number): string {
  rename(inTheMaking(folder), proven(folder))
  const kept = freeName(`${folder}-${oldMajor}`)
  rename(folder, kept)
  rename(proven(folder), folder)
  return kept
}

/** Does the last step of an upgrade that was cut off between its last two: the place must never look empty. */
export function finishSwap(folder: string): void {
  if (existsSync(folder) || !existsSync(proven(folder))) return
  try {
    rename(proven(folder), folder)
  } catch (error) {
    // Another process was first.
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** On the disk before the next step begins, so that a power failure finds them in their order. */
function rename(from: string, to: string): void {
  renameSync(from, to)
  const parent = openSync(dirname(to), 'r')
  fsyncSync(parent)
  closeSync(parent)
}

function freeName(path: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? path : `${path}-${n}`
    if (!existsSync(name)) return name
  }
}
