import { sql } from 'kysely'

/** Words as a pattern of `like`: plain, with nothing in them that means more than itself. */
export const like = (words: string) =>
  sql`replace(replace(replace(plain(${words}), '\\', '\\\\'), '%', '\\%'), '_', '\\_')`
