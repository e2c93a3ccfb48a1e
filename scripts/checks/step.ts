import { spawn } from 'node:child_process'

/** One check of the project, as it came out. */
export interface Outcome {
  name: string
  passed: number
  failed: number
  skipped: number
  seconds: number
  /** What to read when it failed. */
  output: string
}

export type Check = () => Promise<Outcome>

/** A check that is one program: it holds when the program ends well. */
export const program =
  (name: string, command: string, ...args: string[]): Check =>
  async () => {
    const { code, output, seconds } = await run(command, args)
    return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds, output }
  }

export interface Run {
  code: number | null
  output: string
  seconds: number
}

/** Runs a program of the project; what it writes is shown at once or kept. */
export function run(
  command: string,
  args: string[],
  { show = false, cwd = process.cwd(), env = {} } = {},
): Promise<Run> {
  const began = performance.now()
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (show) process.stdout.write(text)
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output, seconds: (performance.now() - began) / 1000 }))
  })
}

/** Runs checks two at a time, for two cores, and reports each as it ends. */
export async function inPairs(checks: readonly Check[], report: (outcome: Outcome) => void): Promise<Outcome[]> {
  const waiting = [...checks]
  const done: Outcome[] = []
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const outcome = await next().catch(broken)
      report(outcome)
      done.push(outcome)
    }
  }
  await Promise.all([work(), work()])
  return done
}

const broken = (error: unknown): Outcome => ({
  name: 'a check that broke',
  passed: 0,
  failed: 1,
  skipped: 0,
  seconds: 0,
  output: error instanceof Error ? (error.stack ?? error.message) : String(error),
})
