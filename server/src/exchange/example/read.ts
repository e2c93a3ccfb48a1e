import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Example } from './example.ts'
import {
  Community,
  Inquiry,
  Maturity,
  Organization,
  PersonDetails,
  PersonRow,
  PositionRow,
  UnitRow,
  Visitor,
} from './format.ts'
import { Learning } from './format-learning.ts'
import { Pairing } from './format-pairing.ts'
import { Practice } from './format-practice.ts'
import { Escalation, Imperative, Signals } from './format-sensing.ts'
import { learningProblems } from './check-learning.ts'
import { pairingProblems } from './check-pairing.ts'
import { lifeProblems } from './check-life.ts'
import { valueProblems } from './check-value.ts'
import { Value } from './format-value.ts'
import { sensingProblems } from './check-sensing.ts'
import { orderProblems } from './order.ts'
import { referenceProblems } from './references.ts'
import { rightsProblems } from './rights.ts'

/** Reads an example organization and makes sure that it holds together: every reference, every order of times, every right. */
export function readExample(folder: string): Example {
  const example = readFolder(folder)
  const problems = [
    ...referenceProblems(example),
    ...orderProblems(example),
    ...rightsProblems(example),
    ...sensingProblems(example),
    ...valueProblems(example),
    ...lifeProblems(example),
    ...learningProblems(example),
    ...pairingProblems(example),
  ]
  if (problems.length > 0) throw new Error(`The example in ${folder} does not hold together.\n${problems.join('\n')}`)
  return example
}

function readFolder(folder: string): Example {
  const { inquiries, standsIn } = readInquiries(folder)
  return {
    organization: readJson(folder, 'organization.json', Organization),
    units: readCsv(folder, 'units.csv', UnitRow),
    people: readCsv(folder, 'people.csv', PersonRow),
    positions: readCsv(folder, 'positions.csv', PositionRow),
    details: readJson(folder, 'people-details.json', z.array(PersonDetails)),
    communities: readEach(folder, 'communities', Community),
    inquiries,
    standsIn,
    practices: readEach(folder, 'practices', Practice),
    visitor: readJson(folder, 'visitor.json', Visitor),
    learning: readJson(folder, 'learning.json', Learning),
    pairing: readJson(folder, 'pairing.json', Pairing),
    maturity: readJson(folder, 'maturity.json', z.array(Maturity)),
    value: readJson(folder, 'value.json', Value),
    sensing: {
      imperatives: readJson(folder, 'sensing/imperatives.json', z.array(Imperative)),
      escalations: readJson(folder, 'sensing/escalations.json', z.array(Escalation)),
      ...readJson(folder, 'sensing/signals.json', Signals),
    },
  }
}

function readInquiries(folder: string) {
  const inquiries = new Map<string, Inquiry>()
  const standsIn = new Map<string, string>()
  for (const community of readdirSync(join(folder, 'inquiries')).toSorted()) {
    for (const [slug, inquiry] of readEach(folder, join('inquiries', community), Inquiry)) {
      if (inquiries.has(slug)) throw new Error(`inquiries/${community}/${slug}.json: another inquiry has the same slug`)
      inquiries.set(slug, inquiry)
      standsIn.set(slug, community)
    }
  }
  return { inquiries, standsIn }
}

function readEach<T>(folder: string, under: string, schema: z.ZodType<T>): Map<string, T> {
  const files = readdirSync(join(folder, under)).filter((file) => file.endsWith('.json'))
  return new Map(files.toSorted().map((file) => [basename(file, '.json'), readJson(folder, join(under, file), schema)]))
}

function readJson<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  const text = readFileSync(join(folder, file), 'utf8')
  try {
    return checked(file, schema, JSON.parse(text))
  } catch (error) {
    throw error instanceof SyntaxError ? new Error(`${file}: not JSON: ${error.message}`) : error
  }
}

function readCsv<T>(folder: string, file: string, schema: z.ZodType<T>): T[] {
  const rows: unknown[] = parse(readFileSync(join(folder, file), 'utf8'), { columns: true })
  return rows.map((row, index) => checked(`${file} row ${index + 2}`, schema, row))
}

function checked<T>(where: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (!result.success) throw new Error(`${where}: ${z.prettifyError(result.error)}`)
  return result.data
}
