import type { RecognitionState } from '@mortar/contract/network-recognition'
import { about, fewest } from '#platform/few.ts'

/** Asking the likely core of a community found, one by one and in private, whether it is real. */
export interface Recognition {
  id: string
  foundId: string | null
  state: RecognitionState
  startedBy: string | null
  startedAt: Date
  endedAt: Date | null
  communityId: string | null
}

/** Days that an answer is waited for; between two questions to one person; in which a no is not asked again. */
export const daysToAnswer = 28
export const daysBetweenQuestions = 30
export const daysOfSilence = 365

const day = 86_400_000
export const untilOf = (startedAt: Date): Date => new Date(startedAt.getTime() + daysToAnswer * day)

export interface Count {
  asked: number
  yes: number
  /** Yes, no and not me together. */
  answered: number
}

/** It is recognised when at least five said yes, and at least half of those who answered. */
export const isRecognised = ({ yes, answered }: Count): boolean => yes >= fewest && 2 * yes >= answered

/** What the answers so far come to: waiting goes on while those who have not answered could still make it real. */
export function outcomeOf(count: Count, over: boolean): 'asking' | 'recognised' | 'not_recognised' {
  if (isRecognised(count)) return 'recognised'
  const open = count.asked - count.answered
  const best = { ...count, yes: count.yes + open, answered: count.asked }
  return over || !isRecognised(best) ? 'not_recognised' : 'asking'
}

/** What one person is told of the others: about how many, and in how many units; nothing where that would name them. */
export const toldOf = (found: { described: boolean; people: number; units: number }) =>
  found.described ? { others: about(found.people - 1), units: found.units } : { others: null, units: null }

/** The name that most proposed, however they wrote it; of several the one proposed first. */
export function nameFrom(called: readonly string[]): string | undefined {
  const groups = Map.groupBy(called.map((name) => name.trim()).filter(Boolean), (name) => name.toLocaleLowerCase())
  let best: string[] = []
  for (const group of groups.values()) if (group.length > best.length) best = group
  return best[0]
}

/** Other names that were proposed, each once. */
export const otherNames = (called: readonly string[], chosen: string | undefined): string[] => {
  const seen = new Set([chosen?.toLocaleLowerCase(), ''])
  return called
    .map((name) => name.trim())
    .filter((name) => !seen.has(name.toLocaleLowerCase()) && seen.add(name.toLocaleLowerCase()))
}

export type Obstacle = 'beingAsked' | 'recognisedAlready' | 'saidNo' | 'tooFewToAsk'

/** Why nobody is asked now, if so: by what was asked of the same people before, and whom there is left to ask. */
export function obstacleTo(
  before: readonly { state: RecognitionState; daysAgo: number }[],
  mayBeAsked: number,
): Obstacle | undefined {
  if (before.some(({ state }) => state === 'asking')) return 'beingAsked'
  if (before.some(({ state }) => state === 'recognised')) return 'recognisedAlready'
  if (before.some(({ state, daysAgo }) => state === 'not_recognised' && daysAgo < daysOfSilence)) return 'saidNo'
  return mayBeAsked < fewest ? 'tooFewToAsk' : undefined
}
