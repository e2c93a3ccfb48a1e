import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { codeOf, Failure } from '../failure.ts'
import { isAlive } from '../process.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './folder.ts'

const locale = [
  '--encoding=UTF8',
  '--locale-provider=icu',
  '--icu-locale=und',
  '--lc-collate=C',
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  '--lc-messages=C',
]

/** What lay in memory when it stopped, it reads again after it starts: otherwise a large one is slow for its first minutes. */
const warmStart = ['--set', 'shared_preload_libraries=pg_prewarm']
/** The first PostgreSQL whose initdb takes settings. */
const takesSettings = 16

/** Makes an empty database in the folder. Half of one is never left behind: it appears by a rename. */
export async function createDatabase(
  { folder, owner }: Place,
  { initdb, major }: Binaries,
  durable = true,
): Promise<void> {
  removeDrafts(folder)
  const draft = `${folder}.new-${process.pid}-${randomUUID()}`
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  try {
    if (owner) chownSync(draft, owner.uid, owner.gid)
    const args = [
      '-D',
      draft,
      '-U',
      'mortar',
      '--auth=trust',
      '--no-instructions',
      ...locale,
      ...(durable && major >= takesSettings ? warmStart : []),
      ...(durable ? [] : ['--no-sync']),
    ]
    const { code, output } = await finish(initdb, args, owner)
    if (code !== 0) throw initFailure(folder, output)
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Another process was first: its database is as good.
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error
  }
}

function removeDrafts(folder: string): void {
  for (const draft of globSync(`${folder}.new-*`)) {
    if (!isAlive(Number.parseInt(draft.split('.new-').at(-1) ?? '', 10)))
      rmSync(draft, { recursive: true, force: true })
  }
}

function finish(
  program: string,
  args: string[],
  owner: Place['owner'],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...owner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
    let output = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

function initFailure(folder: string, output: string): Failure {
  if (output.includes('No space left'))
    return new Failure(`The disk of ${folder} is full: free some space and start again.`)
  const reason = output.split('\n').find((line) => /error|fatal/i.test(line)) ?? output.trim()
  return new Failure(
    `The database could not be made in ${folder} (${reason.trim()}): correct this, or set DATABASE_URL.`,
  )
}
