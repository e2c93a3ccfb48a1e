import { spawn } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '#platform/failure.ts'
import { projectRoot } from '#platform/project.ts'
import { compressAll } from './compress.ts'
import { sourcesHash } from './sources.ts'

export const clientDir = join(projectRoot, 'client', 'dist')
const mark = '.sources'

export const isFresh = (hash = sourcesHash()) =>
  existsSync(join(clientDir, 'index.html')) && read(join(clientDir, mark)) === hash

/** Makes sure that what browsers get is built from the sources as they are. Tells whether it had to build. */
export async function ensureClient(announce: () => void = () => {}): Promise<boolean> {
  const hash = sourcesHash()
  if (isFresh(hash)) return false
  announce()
  await buildClient(hash)
  return true
}

/** Builds beside what is there, which is replaced only by a whole build. */
async function buildClient(hash: string): Promise<void> {
  const draft = `${clientDir}.new-${process.pid}`
  const old = `${clientDir}.old-${process.pid}`
  try {
    await runVite(draft)
    await compressAll(draft)
    writeFileSync(join(draft, mark), hash)
    if (existsSync(clientDir)) renameSync(clientDir, old)
    renameSync(draft, clientDir)
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

function runVite(outDir: string): Promise<void> {
  const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite))
    throw new Failure(
      `The tools that build the client are not there: run "npm ci" in ${projectRoot} without leaving out development packages.`,
    )

  const child = spawn(
    process.execPath,
    [vite, 'build', 'client', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
    {
      cwd: projectRoot,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Failure(`The client could not be built:\n${output.trim()}`)),
    )
  })
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
