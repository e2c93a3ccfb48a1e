import { seededRandom } from '@mortar/graph'
import { day } from '../facts/facts.ts'
import { factsFrom } from '../facts/read.ts'
import { type Scene, sceneOf } from '../facts/scene.ts'
import type { Rows } from '../queries/facts.ts'

/** The quarter that scenes look at, and a moment in it: so many days after its beginning. */
export const quarter = { quarter: '2026-04-01', from: Date.UTC(2026, 3, 1), to: Date.UTC(2026, 6, 1) }
export const on = (days: number) => quarter.from + days * day

interface Told {
  /** "anna" works in "ward". */
  units?: Record<string, string>
  /** Who joined when; left when. */
  members?: [who: string, joined: number, left?: number][]
  active?: [who: string, at: number][]
  inquiries?: {
    id: string
    by: string
    at: number
    withdrawn?: number
    resolved?: number
    known?: boolean
    topics?: string[]
  }[]
  replies?: {
    to: string
    by: string
    at: number
    helped?: number
    thanked?: boolean
    kind?: 'answer' | 'reply'
    speaksTo?: string
  }[]
  practices?: {
    id: string
    by?: string
    made: number
    current?: number
    retired?: number
    validated?: number
    from?: string
    days?: number
  }[]
  verified?: [practice: string, at: number, days: number][]
  used?: [practice: string, by: string, at: number, outcome: 'worked' | 'partly' | 'failed'][]
  decided?: [practice: string, unit: string, at: number, state: 'trying' | 'adopted' | 'declined' | 'dropped'][]
  proposed?: [practice: string, unit: string, at: number][]
  runs?: [practice: string, by: string, at: number][]
  before?: number
}

const here = 'here'

/** A community told in a few words. */
export function small(told: Told): Scene {
  const asker = new Map(told.inquiries?.map(({ id, by }) => [id, by]))
  const inTime = <Row extends { at: number }>(rows: Row[] = []) => rows.toSorted((a, b) => a.at - b.at)
  const tables: Rows['tables'] = {
    inquiries: inTime(told.inquiries).map((each) => [
      here,
      each.id,
      each.by,
      each.at,
      each.withdrawn ?? null,
      each.resolved ?? null,
      each.known ?? false,
    ]),
    replies: inTime(told.replies).map((each) => [
      here,
      each.to,
      each.by,
      each.speaksTo ?? asker.get(each.to) ?? null,
      each.at,
      each.helped ?? null,
      each.thanked ?? false,
      (each.kind ?? 'answer') === 'answer',
    ]),
    before: told.before ? [[here, told.before]] : [],
    topics: (told.inquiries ?? []).flatMap(({ id, topics = [] }) => topics.map((topic) => [here, id, topic])),
    members: (told.members ?? []).map(([who, joined, left]) => [here, who, joined, left ?? null]),
    active: (told.active ?? []).map(([who, at]) => [here, who, at]),
    practices: (told.practices ?? []).map((each) => [
      here,
      each.id,
      each.by ?? null,
      each.made,
      each.current ?? null,
      each.retired ?? null,
      each.validated ?? null,
      each.from ?? null,
      each.days ?? 180,
    ]),
    verifications: (told.verified ?? []).map((row) => [here, ...row]),
    applications: (told.used ?? []).map((row) => [here, ...row]),
    adoptions: (told.decided ?? []).map((row) => [here, ...row]),
    proposals: (told.proposed ?? []).map((row) => [here, ...row]),
    runs: (told.runs ?? []).map((row) => [here, ...row]),
  }
  return sceneOf(factsFrom({ tables, units: new Map(Object.entries(told.units ?? {})) }), quarter, seededRandom(1))
}

/** Everybody of a list replies to the next, once. */
export const replied = (pairs: string, at = 1): Pick<Told, 'inquiries' | 'replies'> => {
  const said = pairs.split(' ').map((pair, n) => ({ pair: pair.split('>') as [string, string], id: `q${n}` }))
  return {
    inquiries: said.map(({ pair, id }) => ({ id, by: pair[1], at: on(at) })),
    replies: said.map(({ pair, id }) => ({ to: id, by: pair[0], at: on(at) + 3_600_000 })),
  }
}
