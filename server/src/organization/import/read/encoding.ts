import { isUtf8 } from 'node:buffer'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The bytes of a file, from the beginning, as often as they are asked for. */
export type Source = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** How the letters of a file are written: by its mark, by its zeros, or by whether all of it is UTF-8. */
export async function encodingOf(source: Source): Promise<Encoding> {
  let first = true
  let open = Buffer.alloc(0)
  for await (const chunk of source()) {
    const bytes = Buffer.concat([open, chunk])
    if (first) {
      const marked = markedAs(bytes) ?? byZeros(bytes)
      if (marked) return marked
      first = false
    }
    const whole = wholeLetters(bytes)
    if (!isUtf8(bytes.subarray(0, whole))) return 'windows-1252'
    open = bytes.subarray(whole)
  }
  return open.length === 0 ? 'utf-8' : 'windows-1252'
}

function markedAs(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Plain letters in UTF-16 have a zero beside each: after it in little endian, before it in big endian. */
function byZeros(bytes: Buffer): Encoding | undefined {
  const looked = Math.min(bytes.length, 4096)
  const zeros = [0, 0]
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2]!++
  const [even, odd] = zeros as [number, number]
  if (even + odd < looked / 5) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** How many bytes make whole letters: a letter of several bytes may be cut by the end of a chunk. */
function wholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const letter = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return back < letter ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** The text of a file, without its mark. */
export async function* textOf(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of source()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
