import { spawn } from 'node:child_process'
import { weekOf } from '../../week.ts'
import { refuse } from '../../refusals.ts'
import type { ReadForm } from './read-form.ts'

const commit = '\u0001'

/** The history of a project: who changed which files, from the log alone; what is in the files is never read. */
export const readGit: ReadForm = async (file, _place, { gather, at }) => {
  const child = spawn(
    'git',
    [
      '-C',
      file.path!,
      'log',
      '--all',
      '--no-merges',
      '--no-renames',
      '--name-only',
      '-z',
      `--format=${commit}%at%x00%aE%x00%aN`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let failure = ''
  child.stderr.on('data', (text: Buffer) => (failure += text.toString().slice(0, 2000)))
  const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  let open: { person: number; week: number; takes: boolean } | undefined
  let pending: string[] = []
  const word = (text: string) => {
    const mark = text.indexOf(commit)
    if (mark >= 0) {
      pending = [text.slice(mark + 1)]
      open = undefined
    } else if (pending.length > 0 && pending.length < 3) {
      pending.push(text)
      if (pending.length < 3) return
      const [seconds, email, name] = pending as [string, string, string]
      const row = ++gather.rows
      const week = weekOf(Number(seconds) * 1000)
      const person = gather.aliases.numberOf(email, name)
      if (person < 0) gather.skips.add('noFrom', row)
      open = { person, week, takes: person >= 0 && gather.takes(week, row) }
      pending = []
    } else if (open?.takes) {
      const path = text.replace(/^\n+/, '')
      if (path) gather.work(open.person, path, open.week)
    }
  }
  let rest = ''
  for await (const chunk of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
    const words = (rest + chunk).split('\0')
    rest = words.pop()!
    for (const one of words) word(one)
    at(0)
  }
  if (rest) word(rest)
  if ((await ended) !== 0)
    throw refuse.invalid('notARepository', { name: file.name, failure: failure.trim().slice(0, 200) })
}
