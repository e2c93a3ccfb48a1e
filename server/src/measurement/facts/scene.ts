import { type Graph, graphBuilder, type Random } from '@mortar/graph'
import { type Facts, hour } from './facts.ts'
import type { Window } from './window.ts'

/** Facts seen through one window, with what several indicators need. */
export interface Scene {
  readonly facts: Facts
  readonly window: Window
  readonly random: Random
  /** Rows of the inquiries asked and of the replies given in the window. */
  readonly asked: readonly number[]
  readonly replied: readonly number[]
  /** The first reply of somebody else to each inquiry asked in the window. */
  readonly first: Waits
  /** Who replied to whom in the window. */
  readonly network: Network
}

export interface Waits {
  readonly hours: readonly number[]
  /** 0 where none had come when we stopped looking. */
  readonly came: readonly number[]
  readonly behind: ReadonlySet<number>
}

export interface Network {
  /** An arc from who replied to whom. */
  readonly directed: Graph
  readonly ties: Graph
  /** The unit of each in it. */
  readonly units: Int32Array
}

export function sceneOf(facts: Facts, window: Window, random: Random): Scene {
  const asked = within(facts.inquiries.at, window.from, window.to)
  const replied = within(facts.replies.at, window.from, window.to)
  let first: Waits | undefined
  let network: Network | undefined
  return {
    facts,
    window,
    random,
    asked,
    replied,
    get first() {
      return (first ??= firstReplies(facts, asked, window.to))
    },
    get network() {
      return (network ??= networkOf(facts, replied))
    },
  }
}

/** Rows after one moment and up to another. */
export const within = (at: Float64Array, from: number, to: number): number[] => {
  const rows: number[] = []
  for (let row = 0; row < at.length; row++) if (at[row]! >= from && at[row]! < to) rows.push(row)
  return rows
}

/** What is waited for ends with its being withdrawn, and with the window. */
export function firstReplies({ inquiries, replies }: Facts, asked: readonly number[], until: number): Waits {
  const came = new Map<number, number>()
  for (let row = 0; row < replies.at.length && replies.at[row]! < until; row++) {
    const inquiry = replies.inquiry[row]!
    const own = replies.by[row]! >= 0 && replies.by[row] === inquiries.by[inquiry]
    if (inquiry >= 0 && !own && !came.has(inquiry)) came.set(inquiry, row)
  }
  const behind = new Set<number>()
  const ends = asked.map((inquiry) => {
    const row = came.get(inquiry)
    add(behind, inquiries.by[inquiry]!)
    if (row !== undefined) add(behind, replies.by[row]!)
    const at = row === undefined ? Math.min(inquiries.withdrawn[inquiry]!, until) : replies.at[row]!
    return { hours: Math.max(0, at - inquiries.at[inquiry]!) / hour, came: row === undefined ? 0 : 1 }
  })
  return { hours: ends.map(({ hours }) => hours), came: ends.map((end) => end.came), behind }
}

export const add = (people: Set<number>, person: number) => (person >= 0 ? people.add(person) : people)

/** The people of some rows, each once. */
export function peopleIn(who: Int32Array, rows: readonly number[], people = new Set<number>()): Set<number> {
  for (const row of rows) add(people, who[row]!)
  return people
}

function networkOf({ replies, unit }: Facts, rows: readonly number[]): Network {
  const number = new Map<number, number>()
  const numberOf = (person: number) => {
    if (!number.has(person)) number.set(person, number.size)
    return number.get(person)!
  }
  const [arcs, ties] = [graphBuilder({ directed: true }), graphBuilder()]
  for (const row of rows) {
    const [by, to] = [replies.by[row]!, replies.to[row]!]
    if (by < 0 || to < 0 || by === to) continue
    const [from, other] = [numberOf(by), numberOf(to)]
    arcs.add(from, other)
    ties.add(from, other)
  }
  return {
    directed: arcs.build(number.size),
    ties: ties.build(number.size),
    units: Int32Array.from(number.keys(), (person) => unit[person]!),
  }
}
