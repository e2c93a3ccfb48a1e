import { type RawBuilder, sql } from 'kysely'
import type { Database, Reader } from '#platform/database.ts'
import { isLong, type Read } from '#platform/endpoint.ts'
import { type Places, statement } from '#platform/statement.ts'
import { together } from '#platform/together.ts'
import { type AskerRow, bySession, byToken, type Credential } from './accounts.ts'

export interface AskedRow<Row> {
  asker: AskerRow
  row: Row | null
}

type Lists = Record<string, (string | null)[]>
type Asked = Record<string, string | null | undefined>

/** How each kind of credential finds who it speaks for, from a text. */
const waysIn = {
  session: (text: RawBuilder<string>) => bySession(text),
  token: (text: RawBuilder<string>) => byToken(sql`decode(${text}, 'hex')`),
}
type Way = keyof typeof waysIn

/**
 * A page's read joined to who asks for it, for several at once, of whom none need know another: each comes with a
 * credential and values of their own, and nobody is told nothing. The lists stand in subqueries, so that the plan does
 * not depend on how many come, and is made once.
 */
function forSeveral<Values, Row>(read: Read<Values, Row>, way: Way) {
  const names: string[] = ['by']
  const own = (name: string) => sql<string>`${sql.ref(`asked.${name}`)}`
  const named = (_: object, name: string) => {
    if (!names.includes(name)) names.push(name)
    return own(name)
  }
  const page = read(sql.ref('asker.id'), new Proxy({}, { get: named }) as Places<Values>)
  const listed = statement<Lists, AskedRow<Row> & { number: number }>(
    (lists) => sql`
    select asked.number, row_to_json(asker) as asker, row_to_json(page) as row
    from unnest(${sql.join(names.map((name) => sql`(select ${lists[name]}::text[])`))})
      with ordinality asked (${sql.join(names.map((name) => sql.id(name)))}, number)
    cross join lateral (${waysIn[way](own('by'))} offset 0) asker
    left join lateral (select page.* from (${page}) page offset 0) page on true`,
  )
  return async (db: Reader, asked: Asked[]) => {
    const lists = Object.fromEntries(names.map((name) => [name, asked.map((one) => one[name] ?? null)]))
    const found: (AskedRow<Row> | undefined)[] = asked.map(() => undefined)
    for (const { number, asker, row } of await listed(db, lists)) found[number - 1] = { asker, row }
    return found
  }
}

type Ask<Row> = (asked: Asked) => Promise<AskedRow<Row> | undefined>

function askingBy<Values, Row>(db: Database, read: Read<Values, Row>, way: Way): Ask<Row> {
  const several = forSeveral(read, way)
  return isLong(read) ? async (asked) => (await several(db, [asked]))[0] : together((asked) => several(db, asked))
}

const known = new WeakMap<Database, WeakMap<object, Record<Way, Ask<unknown>>>>()

/** Who asks, and what they read, by one statement, which others who ask for such a page meanwhile share. */
export function askedFor<Values, Row>(
  db: Database,
  credential: Credential,
  read: Read<Values, Row>,
  values: Values,
): Promise<AskedRow<Row> | undefined> {
  const reads = known.get(db) ?? new WeakMap<object, Record<Way, Ask<unknown>>>()
  known.set(db, reads)
  const ways = reads.get(read) ?? { session: askingBy(db, read, 'session'), token: askingBy(db, read, 'token') }
  reads.set(read, ways)
  const asked =
    'session' in credential
      ? ways.session({ ...values, by: credential.session })
      : ways.token({ ...values, by: credential.token.toString('hex') })
  return asked as Promise<AskedRow<Row> | undefined>
}
