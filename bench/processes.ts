import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import type { Load, Order } from './load.ts'

const program = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** How `server/bin/mortar` starts it. */
const starter = readFileSync(program('../server/bin/mortar'), 'utf8')
const heap = /^heap='(.*)'$/m.exec(starter)![1]!.split(' ')
const arenas = /MALLOC_ARENA_MAX:-(\d+)/.exec(starter)![1]!

export interface Served {
  pid: number
  port: number
  /** Resident megabytes, PostgreSQL apart. */
  memory(): number
  stop(): Promise<void>
}

export async function serve(connection: pg.PoolConfig, secret: string): Promise<Served> {
  const child = fork(program('./server.ts'), {
    execArgv: heap,
    env: { MALLOC_ARENA_MAX: arenas, ...process.env, BENCH_CONNECTION: JSON.stringify(connection), SECRET: secret },
  })
  const { port } = await said<{ port: number }>(child)
  return { pid: child.pid!, port, memory: () => residentOf(child.pid!), stop: () => end(child) }
}

export interface Loader {
  pid: number
  run(order: Order): Promise<Load>
  stop(): Promise<void>
}

export function openLoader(): Loader {
  const child = fork(program('./load.ts'))
  return {
    pid: child.pid!,
    async run(order) {
      child.send(order)
      const answer = await said<Load | { error: string }>(child)
      if ('error' in answer) throw new Error(`${order.case}: ${answer.error}`)
      return answer
    },
    stop: () => end(child),
  }
}

/** The next word of a process; when it ends instead, that is told. */
async function said<T>(child: ChildProcess): Promise<T> {
  const heard = new AbortController()
  const message = once(child, 'message', { signal: heard.signal })
  const exit = once(child, 'exit', { signal: heard.signal }).then(([code]) => {
    throw new Error(`A process of the benchmark ended with ${code}.`)
  })
  exit.catch(() => {})
  message.catch(() => {})
  const [first] = await Promise.race([message, exit]).finally(() => heard.abort())
  return first as T
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = once(child, 'exit')
  child.disconnect()
  await exit
}

const residentOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024
