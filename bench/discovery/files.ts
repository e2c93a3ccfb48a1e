import { type Cover, type Graph, coverFrom, graphBuilder, partitionFrom } from '@mortar/graph'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of real data, if there is one: by setting, or beside the checkout. */
export function realData(...parts: string[]): string | undefined {
  const folder = process.env['MORTAR_REAL_DATA'] ?? join(import.meta.dirname, '../../../shared/data')
  const path = join(folder, ...parts)
  return existsSync(path) ? path : undefined
}

/** The rows of a text file as fields, without a heading that is no number; quotes are dropped. */
export const rowsOf = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .replaceAll('"', '')
    .split('\n')
    .map((line) => line.trim().split(/[,;\s]+/))
    .filter(([first]) => first !== undefined && first !== '' && !Number.isNaN(Number(first)))

export const numbersOf = (file: string): number[][] => rowsOf(file).map((row) => row.map(Number))

/** Ties as they are given, each way: from, to and perhaps a weight; or pairs of 32-bit integers in a .bin file. */
export function directedTies(file: string, people = 0): Graph {
  const builder = graphBuilder({ directed: true })
  let highest = -1
  const add = (from: number, to: number, weight?: number) => {
    highest = Math.max(highest, from, to)
    builder.add(from, to, weight)
  }
  if (file.endsWith('.bin')) {
    const bytes = readFileSync(file)
    const ends = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.byteLength & ~7)))
    for (let at = 0; at < ends.length; at += 2) add(ends[at]!, ends[at + 1]!)
  } else for (const [from, to, weight = 1] of numbersOf(file)) add(from!, to!, weight)
  return builder.build(Math.max(people, highest + 1))
}

/** The unit of each person: a unit a line in the order of people, or person and unit. */
export function unitsFrom(file: string, people: number): Int32Array {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/[,;\s]+/))
  const units = Array.from({ length: people }, () => '')
  rows.forEach((row, at) => {
    if (row.length === 1) units[at] = row[0]!
    else if (!Number.isNaN(Number(row[0]))) units[Number(row[0])] = row[1]!
  })
  return partitionFrom(units.slice(0, people).map((unit, person) => (unit === '' ? `alone ${person}` : unit)))
}

/** How many people a file of units speaks of. */
export function peopleIn(file: string): number {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/[,;\s]+/))
  return rows.reduce((most, row, at) => Math.max(most, row.length === 1 ? at + 1 : (Number(row[0]) || 0) + 1), 0)
}

/** A community a line. */
export const truthFrom = (file: string): Cover => coverFrom(numbersOf(file))
