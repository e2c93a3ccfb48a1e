import { readFile, rename, writeFile } from 'node:fs/promises'
import { type Marking, saveMarks } from '#organization/index.ts'
import { type Database, inTransaction, type Reader } from '#platform/database.ts'
import { codeOf, Failure } from '#platform/failure.ts'
import { erase } from './carry-out.ts'
import { backAmong, type Carried, carriedOut, saveAgain } from './queries/again.ts'
import { takeDue } from './queries/erasures.ts'

/**
 * The erasures that were carried out, as a file beside the database: a restored backup may be older than they are. A line
 * each, with the id that the database gave the person, when, what became of their words, and the marks.
 */
export async function readErasures(file: string, { mustBe } = { mustBe: false }): Promise<Carried[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' && !mustBe) return ''
    if (codeOf(error) === 'ENOENT') throw new Failure(`There is no file ${file}.`, 'refused')
    throw error
  })
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => carriedIn(line, file))
}

function carriedIn(line: string, file: string): Carried {
  try {
    const { person, at, words, marks } = JSON.parse(line) as Record<string, unknown>
    if (typeof person !== 'string' || !Array.isArray(marks) || (words !== 'stay' && words !== 'go')) throw new Error()
    return { person, at: new Date(String(at)), words, marks: marks.map((mark) => Buffer.from(String(mark), 'base64')) }
  } catch {
    throw new Failure(`The file ${file} has a line that is no erasure: put it back from a copy.`, 'refused')
  }
}

const lineOf = ({ person, at, words, marks }: Carried) =>
  JSON.stringify({ person, at: at.toISOString(), words, marks: marks.map((mark) => mark.toString('base64')) })

/** Brings the file up to date: what the database has, and what the file already had. */
export async function keepErasures(db: Reader, file: string): Promise<void> {
  const before = await readErasures(file)
  const all = new Map([...before, ...(await carriedOut(db))].map((one) => [one.person, one]))
  const text = [...all.values()].map((one) => `${lineOf(one)}\n`).join('')
  if (text === before.map((one) => `${lineOf(one)}\n`).join('')) return
  const draft = `${file}.${process.pid}`
  await writeFile(draft, text, { mode: 0o600, flush: true })
  await rename(draft, file)
}

/** Who of those that were erased is here again, as after a restore from an older backup. */
export const backAgain = (db: Reader, kept: Carried[]): Promise<string[]> =>
  backAmong(
    db,
    kept.map(({ person }) => person),
  )

/** Erases again whoever is back, as it was done then, and knows everybody by their marks. Tells how many were back. */
export async function eraseAgain(db: Database, kept: Carried[], marking: Marking): Promise<number> {
  const back = new Set(await backAgain(db, kept))
  for (const { person, at, words, marks } of kept) {
    await inTransaction(db, async (tx) => {
      if (back.has(person)) {
        const erasure = await takeDue(tx, await saveAgain(tx, person, at))
        if (erasure) await erase(tx, erasure, { words, at, marking })
      }
      await saveMarks(tx, person, marks, at)
    })
  }
  return back.size
}
