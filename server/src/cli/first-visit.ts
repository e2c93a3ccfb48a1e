import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstLink } from '#organization/index.ts'
import type { Database } from '#platform/database.ts'
import type { Settings } from '#platform/settings.ts'

/** For as long as nobody is the knowledge office: a new link with which the first person becomes it. */
export async function firstVisitLines(
  db: Database,
  { baseUrl, dataDir }: Pick<Settings, 'baseUrl' | 'dataDir'>,
  terminal = process.stdout.isTTY,
): Promise<string | undefined> {
  const made = await firstLink(db, baseUrl)
  if (made) return showFirstLink(made.link, dataDir, terminal)
  forgetFirstLink(dataDir)
  return undefined
}

const fileIn = (dataDir: string) => join(dataDir, 'first-link')

/** Shows the link that makes its reader the knowledge office: in a terminal, else in a file of its owner alone, as logs are read by many. */
function showFirstLink(link: string, dataDir: string, terminal: boolean): string {
  if (terminal) return `${link}\nOpen it once, within a day, to become the knowledge office.`

  const file = fileIn(dataDir)
  writeFileSync(file, `${link}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
  return `in the file ${file}\nOpen that link once, within a day, to become the knowledge office.`
}

/** Once somebody is the knowledge office, an old link has no business lying about. */
const forgetFirstLink = (dataDir: string) => rmSync(fileIn(dataDir), { force: true })
