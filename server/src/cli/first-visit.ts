import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileIn = (dataDir: string) => join(dataDir, 'first-link')

/** Shows the link that makes its reader the knowledge office: in a terminal, else in a file of its owner alone, as logs are read by many. */
export function showFirstLink(link: string, dataDir: string, terminal: boolean): string {
  if (terminal) return `${link}\nOpen it once, within a day, to become the knowledge office.`

  const file = fileIn(dataDir)
  writeFileSync(file, `${link}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
  return `in the file ${file}\nOpen that link once, within a day, to become the knowledge office.`
}

/** Once somebody is the knowledge office, an old link has no business lying about. */
export const forgetFirstLink = (dataDir: string) => rmSync(fileIn(dataDir), { force: true })
