import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postmasterOf } from '#platform/postgres/postmaster.ts'
import { stopServer } from '#platform/postgres/server.ts'
import { projectRoot } from '#platform/project.ts'

export interface Ended {
  code: number | null
  output: string
}

export interface Running {
  address: string
  pid: number
  output(): string
  /** A signal to Mortar alone, as a service manager sends it. */
  tell(signal: NodeJS.Signals): void
  /** kill -9 of the whole process group. */
  killGroup(): Promise<Ended>
  ended: Promise<Ended>
}

const folders: string[] = []

/** Stops and removes what a test file started: `tidy.ts` sees to it when the file has ended. */
export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) {
    await stopServer(join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A data folder of one test, gone with what runs on it when the test file has ended. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mortar-start-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

export const mortar = join(projectRoot, 'node_modules/.bin/mortar')
/** Many short processes read the same sources: what Node compiled of them is kept. */
export const keepingCompiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'mortar-compiled') }
const direct = [mortar, 'serve', '--no-client']

interface Way {
  env?: Record<string, string>
  command?: string[]
}

/** Starts Mortar as a person would, in a process group of its own, without waiting for anything. */
export function launch(dataDir: string, { env = {}, command = direct }: Way = {}) {
  const [program = '', ...args] = command
  const { PATH, HOME } = process.env
  const clean = { PATH, HOME, ...keepingCompiled, PORT: '0', DATA_DIR: dataDir, ...env }
  const child = spawn(program, args, {
    cwd: projectRoot,
    env: clean,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, output })))
  return { child, ended, output: () => output }
}

/** Starts Mortar and waits until it serves. */
export async function startMortar(dataDir: string, way: Way = {}): Promise<Running> {
  const { child, ended, output } = launch(dataDir, way)
  const serving = Promise.withResolvers<string>()
  child.stdout.on('data', () => {
    const address = output().match(/Address +(http:\S+)/)?.[1]
    if (address && output().includes('Ctrl-C')) serving.resolve(address)
  })
  void ended.then(({ code, output: words }) => serving.reject(new Error(`Mortar ended with ${code}:\n${words}`)))
  const address = await serving.promise
  return {
    address,
    pid: child.pid!,
    output,
    tell: (signal) => child.kill(signal),
    killGroup() {
      process.kill(-child.pid!, 'SIGKILL')
      return ended
    },
    ended,
  }
}

/** The embedded PostgreSQL of a data folder and all its processes die at once, as when power fails. */
export function killDatabase(dataDir: string): void {
  const running = postmasterOf(join(dataDir, 'postgres'))
  if (running) process.kill(-running.pid, 'SIGKILL')
}

export const isDatabaseRunning = (dataDir: string) => postmasterOf(join(dataDir, 'postgres')) !== undefined
