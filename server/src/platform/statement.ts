import { CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Reader } from './database.ts'

/** Where the values of a statement stand in its text. */
export type Places<Values> = { [Name in keyof Values]: RawBuilder<Values[Name]> }

/** A person in a statement: by id, or as what stands for whoever asks. */
export type Me = string | RawBuilder<string>

export type Statement<Values, Row> = (db: Reader, values: Values) => Promise<Row[]>

/** A value that is not known yet. */
class Place {
  readonly name: PropertyKey
  constructor(name: PropertyKey) {
    this.name = name
  }
}

/**
 * A statement that is put together when it is first used and never again: what a page asks for is long, and writing it
 * anew for each request takes as long as some reads do.
 */
export function statement<Values, Row>(build: (places: Places<Values>) => RawBuilder<Row>): Statement<Values, Row> {
  const places = new Proxy({}, { get: (_, name) => sql.val(new Place(name)) }) as Places<Values>
  let written: { text: string; order: (keyof Values)[] } | undefined
  const write = (db: Reader) => {
    const { sql: text, parameters } = build(places).compile(db)
    return { text, order: parameters.map(nameOf) as (keyof Values)[] }
  }
  return async (db, values) => {
    const { text, order } = (written ??= write(db))
    const { rows } = await db.executeQuery(
      CompiledQuery.raw(
        text,
        order.map((name) => values[name]),
      ),
    )
    return rows as Row[]
  }
}

function nameOf(parameter: unknown): PropertyKey {
  if (parameter instanceof Place) return parameter.name
  throw new Error(
    'What changes from call to call belongs into the places of a statement, what never changes into sql.lit',
  )
}
