import type { Reader } from '#platform/database.ts'
import { namesOf } from './queries/sources.ts'

/** Names of sources, for lists that tell of them. Everybody may know every source. */
export const sourceLinks = (db: Reader, ids: string[]) => namesOf(db, ids)
