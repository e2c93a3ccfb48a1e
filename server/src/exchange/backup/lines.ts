import type { Readable } from 'node:stream'

/** The lines of a stream as bytes: rows may hold what is no text yet. */
export async function* linesOf(source: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  for await (const chunk of source as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield rest.length > 0 ? Buffer.concat([...rest, chunk.subarray(from, at)]) : chunk.subarray(from, at)
      rest = []
      from = at + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
