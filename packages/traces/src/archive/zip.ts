import { type Bytes, chunksOf } from '../bytes.ts'
import { Unreadable } from '../unreadable.ts'
import { type Archive, type Entry, inOrder } from './archive.ts'

const endSign = 0x06054b50
const farEndSign = 0x06064b50
const farPlaceSign = 0x07064b50
const entrySign = 0x02014b50
const fileSign = 0x04034b50
const longestEnd = 22 + 0xffff
const unknown = 0xffff_ffff
const step = 1024 ** 2
const largestDirectory = 512 * step

interface Packed extends Entry {
  place: number
  encrypted: boolean
  /** 0: as it is, 8: deflated. */
  method: number
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

/**
 * A zip, by the directory at its end, as APPNOTE 6.3.10 of PKWARE writes it (4.3, and 4.5.3 for what is larger than 4 GB):
 * so that nothing but what is wanted is read, and nothing is held whole. Throws Unreadable for one that is cut or encrypted.
 */
export async function zipOf(file: Bytes): Promise<Archive> {
  const { place, size } = await directoryIn(file)
  const directory = await viewOf(file, place, size)
  if (directory.byteLength < size) throw new Unreadable('zipCut')
  const entries = entriesIn(directory)
  if (entries.some(({ encrypted }) => encrypted)) throw new Unreadable('zipEncrypted')
  const slice = ahead(file)
  return { entries: inOrder(entries), read: (entry) => unpacked(slice, entry as Packed) }
}

/** Reads ahead: entries lie one after the other, are often small, and each reading has its price. */
function ahead(file: Bytes): Bytes['slice'] {
  let held = { place: 0, bytes: new Uint8Array() as Uint8Array }
  return async (place, length) => {
    if (place < held.place || place + length > held.place + held.bytes.length)
      held = { place, bytes: await file.slice(place, Math.max(length, step)) }
    return held.bytes.subarray(place - held.place, place - held.place + length)
  }
}

async function viewOf({ slice }: Pick<Bytes, 'slice'>, place: number, length: number): Promise<DataView> {
  const bytes = await slice(place, length)
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

async function directoryIn(file: Bytes): Promise<{ place: number; size: number }> {
  const from = Math.max(0, file.size - longestEnd)
  const tail = await viewOf(file, from, longestEnd)
  let at = tail.byteLength - 22
  while (at >= 0 && tail.getUint32(at, true) !== endSign) at--
  if (at < 0) throw new Unreadable('zipCut')
  const [size, place] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)]
  const far = place === unknown || size === unknown || tail.getUint16(at + 10, true) === 0xffff
  const found = far && at >= 20 ? await farDirectory(file, tail, at - 20) : { place, size }
  if (found.place + found.size > from + at || found.size > largestDirectory) throw new Unreadable('zipCut')
  return found
}

async function farDirectory(file: Bytes, tail: DataView, at: number): Promise<{ place: number; size: number }> {
  if (tail.getUint32(at, true) !== farPlaceSign) throw new Unreadable('zipCut')
  const end = await viewOf(file, Number(tail.getBigUint64(at + 8, true)), 56)
  if (end.byteLength < 56 || end.getUint32(0, true) !== farEndSign) throw new Unreadable('zipCut')
  return { size: Number(end.getBigUint64(40, true)), place: Number(end.getBigUint64(48, true)) }
}

function entriesIn(view: DataView): Packed[] {
  const entries: Packed[] = []
  const decoder = new TextDecoder()
  for (let at = 0; at + 46 <= view.byteLength;) {
    if (view.getUint32(at, true) !== entrySign) throw new Unreadable('zipCut')
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ]
    const next = at + 46 + name + extra + comment
    if (next > view.byteLength) throw new Unreadable('zipCut')
    const path = decoder.decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, name))
    if (!path.endsWith('/')) entries.push({ path, ...placed(view, at, at + 46 + name, extra) })
    at = next
  }
  return entries
}

/** Where an entry lies; what is larger than its field says so stands in an extra field, in this order. */
function placed(view: DataView, at: number, extraAt: number, extra: number): Omit<Packed, 'path'> {
  const far = farFields(view, extraAt, extra)
  const taken = (place: number) => {
    const near = view.getUint32(at + place, true)
    return near === unknown ? (far.shift() ?? near) : near
  }
  taken(24)
  return {
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packed: taken(20),
    place: taken(42),
  }
}

function farFields(view: DataView, from: number, length: number): number[] {
  for (let at = from; at + 4 <= from + length;) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (id === 1)
      return Array.from({ length: Math.floor(size / 8) }, (_, n) => Number(view.getBigUint64(at + 4 + n * 8, true)))
    at += 4 + size
  }
  return []
}

async function* unpacked(slice: Bytes['slice'], { place, packed, method }: Packed): AsyncGenerator<Uint8Array> {
  const head = await viewOf({ slice }, place, 30)
  if (head.byteLength < 30 || head.getUint32(0, true) !== fileSign) throw new Unreadable('zipCut')
  const from = place + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  if (method !== 0 && method !== 8) throw new Unreadable('zipOther')
  const raw = pieces(slice, from, packed)
  if (method === 0) return yield* raw
  // Pieces of a file are never shared memory, which the types would allow.
  const stream = streamOf(raw) as ReadableStream<Uint8Array<ArrayBuffer>>
  try {
    yield* chunksOf(stream.pipeThrough(new DecompressionStream('deflate-raw')))
  } catch (error) {
    throw error instanceof TypeError ? new Unreadable('zipCut') : error
  }
}

async function* pieces(slice: Bytes['slice'], from: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += step) {
    const bytes = await slice(from + at, Math.min(step, length - at))
    if (bytes.length === 0) throw new Unreadable('zipCut')
    yield bytes
  }
}

const streamOf = (source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await source.return(undefined)
    },
  })
