/** A file, wherever it lies: read from the beginning to the end, or here and there. */
export interface Bytes {
  name: string
  /** Whose history it is, where that is not what it is called. */
  project?: string | undefined
  size: number
  /** The bytes from a place on. */
  from(place: number): AsyncIterable<Uint8Array>
  /** Some bytes of it; fewer where it ends. */
  slice(place: number, length: number): Promise<Uint8Array>
}

/** A file of a browser, which is not held in memory. */
export const bytesOf = (blob: Blob, name: string, project?: string): Bytes => ({
  name,
  project,
  size: blob.size,
  from: (place) => chunksOf(blob.slice(place).stream()),
  slice: async (place, length) => new Uint8Array(await blob.slice(place, place + length).arrayBuffer()),
})

/** What a stream gives, piece by piece; not every browser goes through a stream by itself. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    void reader.cancel().catch(() => {})
  }
}

export interface Line {
  text: string
  /** The file ends without ending it. */
  last: boolean
  /** Where the next one begins, in bytes from where reading began. */
  end: number
}

interface Lines {
  /** No more than so many letters of a line are kept. */
  longest: number
  at(byte: number): void
}

const lineFeed = 10

/** Goes through the lines of a text in UTF-8, each told once it is whole. */
export async function eachLine(
  source: AsyncIterable<Uint8Array>,
  { longest, at }: Lines,
  take: (line: Line) => void | Promise<void>,
): Promise<void> {
  let parts: Uint8Array[] = []
  let length = 0
  let seen = 0
  const keep = (bytes: Uint8Array) => {
    if (bytes.length > 0 && length < longest) parts.push(bytes)
    length += bytes.length
  }
  const whole = (): string => {
    const text = textOf(parts).slice(0, longest)
    parts = []
    length = 0
    return text.endsWith('\r') ? text.slice(0, -1) : text
  }
  for await (const chunk of source) {
    let from = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      keep(chunk.subarray(from, end))
      from = end + 1
      const taken = take({ text: whole(), last: false, end: seen + from })
      if (taken) await taken
    }
    keep(chunk.subarray(from))
    at((seen += chunk.length))
  }
  if (length > 0) await take({ text: whole(), last: true, end: seen })
}

const decoder = new TextDecoder()

function textOf(parts: readonly Uint8Array[]): string {
  if (parts.length === 0) return ''
  if (parts.length === 1) return decoder.decode(parts[0])
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let place = 0
  for (const part of parts) {
    all.set(part, place)
    place += part.length
  }
  return decoder.decode(all)
}

/** All of something small. */
export async function wholeOf(source: AsyncIterable<Uint8Array>, largest: number): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of source) {
    if ((length += chunk.length) > largest) throw new RangeError('larger than may be held')
    parts.push(chunk)
  }
  return textOf(parts)
}

/** What was left over, before what came after it. */
export function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
