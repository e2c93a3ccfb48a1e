import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const bin = (name: string) => join(root, 'node_modules', '.bin', name)

console.log(`
  The server starts anew when its sources change; the pages change in the browser as you save.
  Open http://localhost:4401 (the pages as you write them). Ctrl-C stops both.
`)

const server = spawn(
  bin('node'),
  ['--watch', '--watch-preserve-output', join(root, 'server/src/cli/main.ts'), 'serve', '--no-client'],
  {
    cwd: root,
    stdio: 'inherit',
    // The link of the first visit, and sign-in, lead to the pages as they are written.
    env: { BASE_URL: 'http://localhost:4401', LOG_LEVEL: 'info', ...process.env },
  },
)
const pages = spawn(bin('vite'), ['client'], { cwd: root, stdio: 'inherit' })
const both = [server, pages]

function stop(signal: NodeJS.Signals): void {
  for (const child of both) child.kill(signal)
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve))
// The terminal tells both by itself; what remains is to wait until the database is shut down.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => stop('SIGTERM'))
await Promise.race(both.map(ended))
stop('SIGTERM')
await Promise.all(both.map((child) => child.exitCode ?? child.signalCode ?? ended(child)))
