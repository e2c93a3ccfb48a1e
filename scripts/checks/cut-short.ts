import { stripVTControlCharacters } from 'node:util'

export interface CutShort {
  signal: string
  file: string
}

/** Signals by which Node itself breaks: no code of this project is native, so none of it can bring them about. */
const broken = 'SIGSEGV|SIGTRAP|SIGILL|SIGBUS'
const ended = new RegExp(
  `Worker exited unexpectedly with signal (${broken}) during \\w+ state while running test file (\\S+)`,
  'g',
)

/** The files whose process Node ended, if nothing else went wrong outside of the scenes (decision 0055). */
export function cutShort(output: string): CutShort[] {
  const plain = stripVTControlCharacters(output)
  const files = [...plain.matchAll(ended)].map(([, signal, file]) => ({ signal: signal!, file: file! }))
  const errors = Number(/Vitest caught (\d+) unhandled error/.exec(plain)?.[1] ?? 0)
  return files.length === errors ? files : []
}
