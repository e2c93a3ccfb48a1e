import type { OwnPair } from './queries/pairs.ts'

/** What somebody may do with a pair of theirs, on a day. */
export const mayAnswer = ({ state, answerBy }: OwnPair, today: string): boolean =>
  state === 'proposed' && answerBy >= today

export const mayWrite = ({ state }: OwnPair): boolean => state === 'agreed'

export const mayEnd = mayWrite

/** Two weeks after its day a round is counted, and nothing is added to it. */
export const mayTell = ({ state, endsOn }: OwnPair, today: string): boolean =>
  state === 'ended' && daysAfter(endsOn, 14) >= today

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
