import type { ErasedWords } from '@mortar/contract/erasure'

/** Somebody's erasure: asked for by them, decided by the knowledge office, waiting, done. */
export interface Erasure {
  id: string
  personId: string
  state: 'asked' | 'waiting' | 'taken_back' | 'done'
  askedAt: Date | null
  decidedAt: Date | null
  decidedBy: string | null
  dueAt: Date | null
  words: ErasedWords | null
  endedAt: Date | null
}

/** So long it waits before it runs, for everybody to see and to take back. */
export const daysOfWaiting = 7

export const isUnderWay = (erasure: Erasure | undefined): erasure is Erasure =>
  erasure?.state === 'asked' || erasure?.state === 'waiting'

/** Who asked may think again until it runs; what the office decided unasked is the office's. */
export const mayTakeBackOwn = (erasure: Erasure | undefined) => isUnderWay(erasure) && erasure.askedAt !== null

/** Typed to show that this person is meant: as it is written, but for space around and between. */
export const isSameName = (typed: string, name: string) => plain(typed) === plain(name)

const plain = (name: string) => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
