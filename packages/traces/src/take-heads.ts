import { folderOf } from './archive/archive.ts'
import { bytesOf, chunksOf } from './bytes.ts'
import { headsOf, lineOf } from './heads.ts'
import { type Export, exportIn, exportOf } from './read.ts'
import type { TraceColumn } from './table/columns.ts'
import { type Look, lookAt, looked } from './table/look.ts'
import { onlyColumns } from './table/only.ts'
import type { Form, Seen, Trace } from './trace.ts'
import { Unreadable, type Unreadably } from './unreadable.ts'

/**
 * A file that was chosen, or a folder with all that lies in it. A history is told by its project, else by its name; of a
 * table somebody says what its columns are.
 */
export type Chosen =
  | { name: string; file: Blob; project?: string | undefined; columns?: readonly (TraceColumn | null)[] | undefined }
  | { name: string; folder: { path: string; blob: Blob }[] }

/** Why a file is not brought in: it cannot be read, or it holds what people were not told of. */
export type Refused = Unreadably | 'empty' | 'gone' | 'otherKind'

/** What is sent: heads that were taken out here, or the columns of a table. Or what its columns are is asked. Or why not. */
export type Made =
  | { name: string; send: Blob }
  | { name: string; asks: Look; file: Blob }
  | { name: string; refused: Refused }

export type Tell = (name: string, read: number, size: number) => void

interface Held {
  name: string
  size: number
  found: Export
}

/**
 * Takes out of exports who, with whom and when, where they are, so that nothing of what was said leaves this computer.
 * Files of one form become one, since the same mail and the same meeting lie in several; of tables each stays one, with
 * nothing in it but the columns that are read.
 */
export async function takeHeads(
  chosen: readonly Chosen[],
  fitting: readonly (Form | 'table')[],
  tell: Tell,
): Promise<Made[]> {
  const made: Made[] = []
  const held: Held[] = []
  for (const one of chosen) {
    const { name } = one
    const size = sizeOf(one)
    try {
      const found = size === 0 ? 'empty' : await exportFrom(one)
      if (found === 'empty') made.push({ name, refused: 'empty' })
      else if (!fitting.includes(found?.form ?? 'table')) made.push({ name, refused: 'otherKind' })
      else if (!found) made.push(await tableFrom(one as Table, tell))
      else held.push({ name, size, found })
    } catch (error) {
      made.push({ name, refused: reasonOf(error) })
    }
  }
  for (const form of new Set(held.map(({ found }) => found.form)))
    made.push(
      ...(await headsFrom(
        form,
        held.filter(({ found }) => found.form === form),
        tell,
      )),
    )
  return made
}

const sizeOf = (one: Chosen): number =>
  'file' in one ? one.file.size : one.folder.reduce((sum, { blob }) => sum + blob.size, 0)

const exportFrom = async (one: Chosen): Promise<Export | undefined> =>
  'file' in one
    ? exportIn(bytesOf(one.file, one.name, one.project))
    : exportOf(folderOf(one.folder, (blob) => chunksOf(blob.stream())))

type Table = Extract<Chosen, { file: Blob }>
const mostSamples = 5

async function tableFrom({ name, file, columns }: Table, tell: Tell): Promise<Made> {
  const bytes = bytesOf(file, name)
  const found = lookAt(await bytes.slice(0, looked), file.size <= looked)
  if (!found) return { name, refused: 'empty' }
  if (!columns) return { name, asks: { ...found, rows: found.rows.slice(0, mostSamples) }, file }
  return { name, send: await onlyColumns(bytes, { ...found, columns }, (read) => tell(name, read, file.size)) }
}

/** A file that was moved or changed while it was read is told as such by the browser. */
function reasonOf(error: unknown): Refused {
  if (error instanceof Unreadable) return error.why
  if (error instanceof DOMException && /^Not(Readable|Found)Error$/.test(error.name)) return 'gone'
  throw error
}

async function headsFrom(form: Form, files: readonly Held[], tell: Tell): Promise<Made[]> {
  const refused: Made[] = []
  const names: string[] = []
  const parts: Blob[] = [new Blob([`${headsOf(form)}\n`])]
  const seen = new Set<string>()
  for (const { name, size, found } of files) {
    const lines = new Lines()
    const trying = new Trying(seen)
    try {
      tell(name, 0, size)
      await found.read({ take: (trace) => lines.take(trace), seen: trying, at: (read) => tell(name, read, size) })
      if (!lines.any) refused.push({ name, refused: 'empty' })
      else {
        names.push(name)
        parts.push(...lines.parts())
        trying.keep()
      }
    } catch (error) {
      refused.push({ name, refused: reasonOf(error) })
    }
  }
  if (names.length === 0) return refused
  const name = names.length === 1 ? names[0]! : `${names[0]!} +${names.length - 1}`
  return [...refused, { name, send: new Blob(parts) }]
}

/** What was met in a file counts once the file was read whole. */
class Trying implements Seen {
  readonly #before: Set<string>
  readonly #own = new Set<string>()

  constructor(before: Set<string>) {
    this.#before = before
  }

  get size(): number {
    return this.#before.size + this.#own.size
  }

  has(id: string): boolean {
    return this.#before.has(id) || this.#own.has(id)
  }

  add(id: string) {
    return this.#own.add(id)
  }

  keep() {
    for (const id of this.#own) this.#before.add(id)
  }
}

const mostHeld = 10_000

/** Lines of heads, put away by the browser so that they do not pile up here. */
class Lines {
  readonly #parts: Blob[] = []
  #open: string[] = []
  #passed = 0
  any = false

  take(trace: Trace) {
    this.any = true
    // One line for all that follow one another and tell nothing.
    if (trace.kind === 'passed') this.#passed += trace.count
    else {
      this.#putPassed()
      this.#open.push(lineOf(trace))
    }
    if (this.#open.length >= mostHeld) this.#parts.push(new Blob(this.#open.splice(0)))
  }

  parts(): Blob[] {
    this.#putPassed()
    return [...this.#parts, new Blob(this.#open)]
  }

  #putPassed() {
    if (this.#passed > 0) this.#open.push(lineOf({ kind: 'passed', count: this.#passed }))
    this.#passed = 0
  }
}
