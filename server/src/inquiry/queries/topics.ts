import type { Writer } from '#platform/database.ts'
import { type MovedPairs, movePairs, movePairsBack } from '#platform/pairs.ts'

const pairs = { table: 'inquiry_topic', thing: 'inquiry_id', under: 'topic_id' }

/** Lets the inquiries on one topic follow another. For whoever makes two topics one, within that transaction. */
export const moveInquiriesToTopic = (tx: Writer, from: string, into: string): Promise<MovedPairs> =>
  movePairs(tx, pairs, from, into)

export const moveInquiriesBack = (tx: Writer, moved: MovedPairs, from: string, into: string): Promise<void> =>
  movePairsBack(tx, pairs, moved, from, into)
