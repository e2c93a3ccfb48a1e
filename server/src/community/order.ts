import type { Reader, Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'

/** A page as whoever keeps order sees it. */
export interface OrderedPage {
  community: string | null
  /** Hides it, shows it again, and takes words out of it. */
  keepsOrder: boolean
  /** Wrote it. */
  theirs: boolean
  hidden: boolean
  /** Whose words they are: they are told what becomes of them. */
  people: (string | null)[]
}

/** What a room lends to whoever keeps order on one of its kinds of pages. */
export interface Ordering {
  /** Throws for whom the page does not exist. */
  find: (db: Reader, actor: Actor, id: string) => Promise<OrderedPage>
  /** Hides it in somebody's name, or (nobody) shows it; tells whether that changed anything. */
  hide: (tx: Writer, id: string, by: string | null) => Promise<boolean>
  /** The page, and those that began as copies of it. */
  withCopies: (db: Reader, id: string) => Promise<string[]>
  /** Covers what matches in every text of these pages; tells in how many of each. */
  cover: (tx: Writer, ids: string[], pattern: string, cover: string) => Promise<Map<string, number>>
}

export const itself = (_: Reader, id: string): Promise<string[]> => Promise.resolve([id])
