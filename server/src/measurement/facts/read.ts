import type { Database } from '#platform/database.ts'
import { factRows, type Rows } from '../queries/facts.ts'
import type { Decision, Facts, Outcome } from './facts.ts'

/** The facts of each of some communities, from one moment to another. */
export async function readFacts(
  db: Database,
  communities: readonly string[],
  from: Date,
  to: Date,
): Promise<Map<string, Facts>> {
  const rows = await factRows(db, communities, from, to)
  const of = (table: readonly Row[]) => Map.groupBy(table, ([community]) => community as string)
  const tables = Object.entries(rows.tables).map(([name, table]) => [name, of(table)] as const)
  return new Map(
    communities.map((community) => {
      const own = Object.fromEntries(tables.map(([name, table]) => [name, table.get(community) ?? []]))
      return [community, factsFrom({ tables: own as Rows['tables'], units: rows.units })]
    }),
  )
}

/** The facts of some communities as of one whole: what two of them share counts once. */
export async function readWhole(db: Database, communities: readonly string[], from: Date, to: Date): Promise<Facts> {
  const rows = await factRows(db, communities, from, to)
  const home = new Map<string, string>()
  for (const [community, inquiry] of rows.tables.inquiries)
    if (!home.has(inquiry as string)) home.set(inquiry as string, community as string)
  const once = (table: readonly Row[]) =>
    table.filter(([community, inquiry]) => (home.get(inquiry as string) ?? community) === community)
  const { inquiries, replies, topics, members } = rows.tables
  return factsFrom({
    ...rows,
    tables: {
      ...rows.tables,
      inquiries: once(inquiries),
      replies: once(replies),
      topics: once(topics),
      members: joinedOnce(members),
    },
  })
}

/** In the whole somebody is a member from their first joining to their last leaving. */
function joinedOnce(members: readonly Row[]): Row[] {
  const spans = new Map<string, [number, number | null]>()
  for (const [, who, from, to] of members as [string, string, number, number | null][]) {
    const span = spans.get(who)
    const until = !span ? to : span[1] === null || to === null ? null : Math.max(span[1], to)
    spans.set(who, [Math.min(span?.[0] ?? from, from), until])
  }
  return [...spans].map(([who, [from, to]]) => ['', who, from, to])
}

type Cell = string | number | boolean | null
type Row = Cell[]

/** Columns from rows, whose first cell is the community. */
export function factsFrom({ tables, units }: Rows): Facts {
  const person = numbering()
  const inquiry = placesOf(tables.inquiries)
  const practice = placesOf(tables.practices)
  const topic = numbering()
  const unit = numbering()
  const columns = <Table extends keyof typeof tables>(table: Table) => ({
    who: (column: number) => Int32Array.from(tables[table], (row) => person(row[column] as string | null)),
    moment: (column: number) => Float64Array.from(tables[table], (row) => (row[column] as number | null) ?? Infinity),
    flag: (column: number) => Uint8Array.from(tables[table], (row) => (row[column] ? 1 : 0)),
    place: (column: number, places: (id: string | null) => number) =>
      Int32Array.from(tables[table], (row) => places(row[column] as string | null)),
    words: <Word>(column: number) => tables[table].map((row) => row[column] as Word),
  })
  const [members, active, inquiries, replies] = [
    columns('members'),
    columns('active'),
    columns('inquiries'),
    columns('replies'),
  ]
  const [practices, applications, adoptions, runs] = [
    columns('practices'),
    columns('applications'),
    columns('adoptions'),
    columns('runs'),
  ]
  const [topics, verifications, proposals] = [columns('topics'), columns('verifications'), columns('proposals')]
  const facts = {
    members: { who: members.who(1), from: members.moment(2), to: members.moment(3) },
    active: { who: active.who(1), at: active.moment(2) },
    inquiries: {
      by: inquiries.who(2),
      at: inquiries.moment(3),
      withdrawn: inquiries.moment(4),
      resolved: inquiries.moment(5),
      known: inquiries.flag(6),
      before: tables.before.reduce((sum, row) => sum + (row[1] as number), 0),
    },
    replies: {
      inquiry: replies.place(1, inquiry),
      by: replies.who(2),
      to: replies.who(3),
      at: replies.moment(4),
      helped: replies.moment(5),
      thanked: replies.flag(6),
      answer: replies.flag(7),
    },
    topics: { inquiry: topics.place(1, inquiry), topic: topics.place(2, topic) },
    practices: {
      id: practices.words<string>(1),
      by: practices.who(2),
      made: practices.moment(3),
      current: practices.moment(4),
      retired: practices.moment(5),
      validated: practices.moment(6),
      inquiry: practices.place(7, inquiry),
      days: practices.moment(8),
    },
    verifications: {
      practice: verifications.place(1, practice),
      at: verifications.moment(2),
      days: verifications.moment(3),
    },
    applications: {
      practice: applications.place(1, practice),
      by: applications.who(2),
      at: applications.moment(3),
      outcome: applications.words<Outcome>(4),
    },
    adoptions: {
      practice: adoptions.place(1, practice),
      unit: adoptions.place(2, unit),
      at: adoptions.moment(3),
      state: adoptions.words<Decision>(4),
    },
    proposals: { practice: proposals.place(1, practice), unit: proposals.place(2, unit), at: proposals.moment(3) },
    runs: { practice: runs.place(1, practice), by: runs.who(2), at: runs.moment(3) },
  }
  return {
    ...facts,
    people: person.known.size,
    unit: Int32Array.from(person.known.keys(), (id) => unit(units.get(id) ?? null)),
  }
}

/** A number for each name, in the order in which they come. */
function numbering() {
  const known = new Map<string, number>()
  const number = (name: string | null) => {
    if (name === null) return -1
    const found = known.get(name)
    if (found !== undefined) return found
    known.set(name, known.size)
    return known.size - 1
  }
  return Object.assign(number, { known })
}

function placesOf(table: readonly Row[]) {
  const places = new Map(table.map((row, at) => [row[1] as string, at]))
  return (id: string | null) => (id === null ? -1 : (places.get(id) ?? -1))
}
