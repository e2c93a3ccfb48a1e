import { type Around, left, type Take } from '../trace.ts'
import { Unreadable } from '../unreadable.ts'

const mark = '\u0001'

/** How git is asked who changed what: by author, time and paths. What is in the files, and why, is not asked for. */
export const gitArguments = [
  'log',
  '--all',
  '--no-merges',
  '--no-renames',
  '--name-only',
  '-z',
  '--format=%x01%at%x00%aE%x00%aN',
] as const

/** The same, to be typed where the project lies; quoted so that every shell takes it, and written by git itself. */
export const gitLine = (file: string): string =>
  `git ${gitArguments.map((word) => (word.includes('%') ? `"${word}"` : word)).join(' ')} --output=${file}`

export const beginsGit = (text: string): boolean => text.startsWith(mark) && /^\d+\0/.test(text.slice(1))

/** Letters of two bytes, with the mark before them, as one shell of Windows writes what a program gives it. */
const widened = `\u00ff\u00fe${mark}\0`

/** A history as git writes it when it is asked otherwise, or as some shells write it anew. */
export const beginsOtherGit = (text: string): boolean =>
  /^commit [0-9a-f]{40}\b/.test(text) || text.startsWith(widened) || (text.startsWith(mark) && !beginsGit(text))

/** Paths of one change that are told at once. */
const mostAtOnce = 500

const longestProject = 100

/** What a project is called, by the name of its folder, of the file with its history, or as somebody wrote it. */
export const projectOf = (name: string): string =>
  name
    .replace(/^.*[/\\]/, '')
    .replace(/\.(?:git|txt|log)$/i, '')
    .replaceAll(/[:\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestProject) || 'project'

/**
 * The history of a project, as git tells it with `gitArguments`. Paths begin with the project, since others have files of
 * the same name: `loom:src/index.ts`.
 */
export async function readGit(source: AsyncIterable<Uint8Array>, { take, at }: Around, project: string): Promise<void> {
  const changes = new Changes(take, `${project}:`)
  const decoder = new TextDecoder()
  let rest = ''
  let seen = 0
  for await (const chunk of source) {
    const words = (rest + decoder.decode(chunk, { stream: true })).split('\0')
    rest = words.pop()!
    for (const word of words) changes.word(word)
    at((seen += chunk.length))
  }
  // Git ends every word, so what is open at the end was cut off.
  if (changes.end() || rest.trim() !== '') take(left('cut'))
}

class Changes {
  readonly #take: Take
  readonly #before: string
  #head: string[] | undefined
  #paths: string[] = []
  #told = false

  constructor(take: Take, before: string) {
    this.#take = take
    this.#before = before
  }

  word(text: string) {
    if (text.startsWith(mark)) {
      if (this.end()) this.#take(left('cut'))
      this.#head = [text.slice(1)]
    } else if (!this.#head) throw new Unreadable('gitOther')
    else if (this.#head.length < 3) this.#head.push(text)
    else {
      const path = text.replace(/^\n+/, '')
      if (path) this.#paths.push(this.#before + path)
      if (this.#paths.length >= mostAtOnce) this.#tell()
    }
  }

  /** Tells what is open; whether that was no more than half a head. */
  end(): boolean {
    const half = this.#head !== undefined && this.#head.length < 3
    if (this.#head && !half && (this.#paths.length > 0 || !this.#told)) this.#tell()
    this.#head = undefined
    this.#told = false
    return half
  }

  #tell() {
    const [seconds, by, name] = this.#head as [string, string, string]
    const at = Number(seconds) * 1000
    const on = this.#paths
    this.#paths = []
    if (!Number.isFinite(at)) this.#take(left('badTime'))
    else this.#take({ kind: 'work', by, name, on, at, ...(this.#told && { more: true }) })
    this.#told = true
  }
}
