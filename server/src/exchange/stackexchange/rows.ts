import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import sax from 'sax'
import { codeOf, Failure } from '#platform/failure.ts'

// A long body is one attribute; the parser would take it for an attack.
Object.assign(sax, { MAX_BUFFER_LENGTH: Number.POSITIVE_INFINITY })

export type Row = Record<string, string>
export type Tell = (done: number, total: number) => void

/** The rows of one file of a dump, as they come; `root` is what the file must hold. */
export async function* rowsOf(path: string, root: string, tell: Tell = () => {}): AsyncGenerator<Row> {
  const size = await sizeOf(path)
  const reading = read(path, root)
  const decoder = new StringDecoder('utf8')
  let done = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    done += (chunk as Buffer).length
    yield* reading.feed(decoder.write(chunk as Buffer))
    tell(done, size)
  }
  yield* reading.end()
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path)
    if (found.isFile()) return found.size
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  throw new Failure(`There is no file "${path}".`, 'usage')
}

function read(path: string, root: string) {
  const parser = sax.parser(true)
  const name = basename(path)
  let rows: Row[] = []
  let depth = 0
  parser.onopentag = ({ name: tag, attributes }) => {
    if (depth === 0 && tag !== root) throw notDump(name, root, tag)
    if (depth === 1 && tag === 'row') rows.push({ ...(attributes as Row) })
    depth++
  }
  parser.onclosetag = () => void depth--
  parser.onerror = (error) => {
    throw broken(name, parser.line + 1, error.message.split('\n')[0]!, depth === 0 ? root : undefined)
  }
  const take = () => {
    const taken = rows
    rows = []
    return taken
  }
  return {
    feed(text: string) {
      parser.write(text)
      return take()
    },
    end() {
      parser.close()
      return take()
    },
  }
}

const notDump = (name: string, root: string, found: string) =>
  new Failure(
    `${name} is not part of a Stack Exchange dump: it holds <${found}> where <${root}> was expected. Name the folder with Posts.xml, or Posts.xml itself.`,
    'usage',
  )

function broken(name: string, line: number, reason: string, expected: string | undefined): Failure {
  return expected
    ? new Failure(`${name} is not a Stack Exchange dump: it does not begin as XML with <${expected}>.`, 'usage')
    : new Failure(
        `${name} is broken in line ${line.toLocaleString('en')}: ${reason}. Download or unpack it again; what is in Mortar already stays, and the import goes on from there.`,
        'usage',
      )
}
