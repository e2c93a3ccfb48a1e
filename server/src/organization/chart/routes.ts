import { organizationOperations } from '@mortar/contract/organization'
import type { PersonLink } from '@mortar/contract/common'
import { pageFrom, readCursor } from '#platform/cursor.ts'
import type { Reader } from '#platform/database.ts'
import { endpoints } from '#platform/endpoint.ts'
import { peopleFor } from '../people.ts'
import { type NameRow, occupationsNamed, peopleByName, peopleNamed, type PeopleQuery } from '../queries/people.ts'
import { settingsOf } from '../queries/settings.ts'
import { organizationNumbers, unitsInside, unitsNamed } from '../queries/units.ts'
import { personFor, unitFor } from './access.ts'
import { editPerson, endDelegation, nameDelegate, showPhoto } from './actions.ts'
import { nameOrder } from '../queries/language.ts'
import { presentLines, presentPerson, presentUnit } from './present.ts'

export const chartEndpoints = endpoints(organizationOperations, {
  async 'GET /organization'({ db, actor }) {
    const [{ name }, numbers] = await Promise.all([settingsOf(db), organizationNumbers(db)])
    return { name, ...numbers, may: { import: actor.office } }
  },

  async 'GET /units'({ db, query: { parent, words } }) {
    if (words) return { items: await presentLines(db, await unitsNamed(db, words, 30), { withPaths: true }) }
    const lines = await presentLines(db, await unitsInside(db, parent ?? null), { withPaths: false })
    const { compare } = new Intl.Collator((await settingsOf(db)).language, { numeric: true })
    return { items: lines.toSorted((a, b) => compare(a.name, b.name)) }
  },

  async 'GET /units/{unit}'({ db, actor, params }) {
    return presentUnit(db, await unitFor(db, actor, params.unit))
  },

  async 'GET /units/{unit}/people'({ db, actor, params, query }) {
    await unitFor(db, actor, params.unit)
    return pageOfPeople(db, { ...query, unit: params.unit, after: readCursor(query.after, 2) })
  },

  'PUT /units/{unit}/delegates/{person}': ({ db, actor, params }) =>
    nameDelegate(db, actor, params.unit, params.person),
  'DELETE /units/{unit}/delegates/{person}': ({ db, actor, params }) =>
    endDelegation(db, actor, params.unit, params.person),

  async 'GET /people'({ db, query }) {
    const { words, after, limit, occupation, withoutUnit } = query
    if (!words || occupation || withoutUnit || after) return pageOfPeople(db, { ...query, after: readCursor(after, 2) })
    return { items: await linked(db, await peopleNamed(db, words, limit)), next: null }
  },

  async 'GET /people/{person}'({ db, actor, params }) {
    return presentPerson(db, await personFor(db, actor, params.person))
  },

  'PUT /people/{person}': ({ db, actor, params, body }) => editPerson(db, actor, params.person, body),

  'PUT /people/{person}/photo': ({ db, actor, params, body }) => showPhoto(db, actor, params.person, body.file),
  'DELETE /people/{person}/photo': ({ db, actor, params }) => showPhoto(db, actor, params.person, null),

  'GET /occupations': async ({ db, query }) => ({ items: await occupationsNamed(db, query.words) }),
})

async function pageOfPeople(db: Reader, query: PeopleQuery) {
  const rows = await peopleByName(db, await nameOrder(db), query)
  const { items, next } = pageFrom(rows, query.limit, ({ name, id }) => [name, id])
  return { items: await linked(db, items), next }
}

async function linked(db: Reader, rows: NameRow[]): Promise<PersonLink[]> {
  const person = await peopleFor(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id }) => person(id)!)
}
