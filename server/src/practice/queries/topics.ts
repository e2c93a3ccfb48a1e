import type { Writer } from '#platform/database.ts'
import { type MovedPairs, movePairs, movePairsBack } from '#platform/pairs.ts'

const pairs = { table: 'practice_topic', thing: 'practice_id', under: 'topic_id' }

/** Lets the practices under one topic follow another. For whoever makes two topics one, within that transaction. */
export const movePracticesToTopic = (tx: Writer, from: string, into: string): Promise<MovedPairs> =>
  movePairs(tx, pairs, from, into)

export const movePracticesBack = (tx: Writer, moved: MovedPairs, from: string, into: string): Promise<void> =>
  movePairsBack(tx, pairs, moved, from, into)
