import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

export interface TraceShape {
  people: number
  rows: number
  /** Different pairs with their week. */
  pairWeeks: number
  weeks: number
  seed: number
  /** In the order of time, as systems write them, or with the weeks all mixed. */
  order: 'time' | 'mixed'
}

const monday = Date.UTC(2025, 0, 6) / 1000
const week = 7 * 86_400
const longest = 96

/** Writes a table of mails that is the same for the same seed: everybody writes to a few, each pair several times a week. */
export async function writeTraces(path: string, shape: TraceShape): Promise<void> {
  const { people, rows, pairWeeks, weeks, seed, order } = shape
  const file = createWriteStream(path)
  const inWeek = Math.floor(pairWeeks / weeks)
  const rowsInWeek = Math.floor(rows / weeks)
  let buffer = Buffer.allocUnsafe(1 << 20)
  let at = buffer.write('time,from,to,channel\n', 'latin1')
  let state = (seed * 2_654_435_761) >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>>= 0)
  }
  for (let n = 0; n < rowsInWeek * weeks; n++) {
    const nth = order === 'time' ? Math.floor(n / rowsInWeek) : n % weeks
    const place = order === 'time' ? n % rowsInWeek : Math.floor(n / weeks)
    // Each pair of a week comes at least once; the rest by chance.
    const pair = place < inWeek ? place : next() % inWeek
    const from = (pair * 7919 + nth) % people
    const to = (from + 1 + ((Math.floor(pair / people) * 37 + nth) % 97)) % people
    const second = order === 'time' ? Math.floor((place / rowsInWeek) * week) : next() % week
    at = line(buffer, at, monday + nth * week + second, from, to)
    if (at < buffer.length - longest) continue
    if (!file.write(buffer.subarray(0, at))) await once(file, 'drain')
    buffer = Buffer.allocUnsafe(1 << 20)
    at = 0
  }
  file.end(buffer.subarray(0, at))
  await once(file, 'finish')
}

export const addressOf = (person: number) => `p${String(person).padStart(6, '0')}@mill.example`

let day = -1
let dayText = ''

function line(buffer: Buffer, at: number, seconds: number, from: number, to: number): number {
  const today = Math.floor(seconds / 86_400)
  if (today !== day) {
    day = today
    dayText = new Date(today * 86_400_000).toISOString().slice(0, 10)
  }
  const clock = seconds % 86_400
  at += buffer.write(dayText, at, 'latin1')
  buffer[at++] = 32
  at = two(buffer, at, Math.floor(clock / 3600))
  buffer[at++] = 58
  at = two(buffer, at, Math.floor(clock / 60) % 60)
  buffer[at++] = 58
  at = two(buffer, at, clock % 60)
  buffer[at++] = 44
  at = address(buffer, at, from)
  buffer[at++] = 44
  at = address(buffer, at, to)
  return at + buffer.write(',mail\n', at, 'latin1')
}

function two(buffer: Buffer, at: number, value: number): number {
  buffer[at] = 48 + Math.floor(value / 10)
  buffer[at + 1] = 48 + (value % 10)
  return at + 2
}

function address(buffer: Buffer, at: number, person: number): number {
  buffer[at] = 112
  for (let n = 6, rest = person; n >= 1; n--, rest = Math.floor(rest / 10)) buffer[at + n] = 48 + (rest % 10)
  return at + 7 + buffer.write('@mill.example', at + 7, 'latin1')
}
