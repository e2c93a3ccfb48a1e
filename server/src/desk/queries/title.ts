import { plainTitle } from '#inquiry/index.ts'
import { type RawBuilder, sql } from 'kysely'

export const titleOf = (me: RawBuilder<string>, table: string) => sql`
  case when ${sql.ref(`${table}.subject_kind`)} = 'inquiry' then ${plainTitle(me, sql.ref(`${table}.subject_id`))} end as title`
