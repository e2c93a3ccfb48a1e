import type { PersonView, Shown, UnitLine, UnitView } from '@mortar/contract/organization'
import type { Reader } from '#platform/database.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { peopleFor } from '../people.ts'
import { positionsOf, type PositionRow } from '../queries/people.ts'
import { countPeopleIn, pathsTo, unitHistory, unitLines } from '../queries/units.ts'
import type { PersonFor, UnitFor } from './access.ts'

/** Units as lines of the tree, in the order they were asked for. */
export async function presentLines(
  db: Reader,
  ids: string[],
  { withPaths }: { withPaths: boolean },
): Promise<UnitLine[]> {
  const [lines, paths] = await Promise.all([unitLines(db, ids), withPaths ? pathsTo(db, ids) : []])
  const line = new Map(lines.map((row) => [row.id, row]))
  const above = Map.groupBy(paths, ({ unit }) => unit)
  return ids.flatMap((id) => {
    const row = line.get(id)
    return row ? [{ ...row, path: (above.get(id) ?? []).map(({ id: unit, name }) => ({ id: unit, name })) }] : []
  })
}

export async function presentUnit(db: Reader, { unit, managers, mayNameDelegates }: UnitFor): Promise<UnitView> {
  const [[line], person, history, here] = await Promise.all([
    presentLines(db, [unit.id], { withPaths: true }),
    peopleFor(
      db,
      managers.map(({ personId }) => personId),
    ),
    unitHistory(db, unit.id),
    countPeopleIn(db, unit.id),
  ])
  return {
    id: unit.id,
    name: unit.name,
    key: unit.key,
    openedOn: unit.openedOn,
    closedOn: unit.closedOn,
    people: line!.people,
    inside: line!.inside,
    path: line!.path,
    here,
    managers: managers.flatMap(({ personId, role, derived }) => {
      const link = role === 'manager' && person(personId)
      return link
        ? [
            {
              ...link,
              derived,
            },
          ]
        : []
    }),
    delegates: managers.flatMap(({ personId, role }) => (role === 'delegate' && person(personId)) || []),
    history: history.map(({ name, parentId, parent, fromDay, toDay }) => ({
      name,
      parent: parentId
        ? {
            id: parentId,
            name: parent ?? '',
          }
        : null,
      from: fromDay,
      to: toDay,
    })),
    may: { nameDelegates: mayNameDelegates },
  }
}

/** A person as colleagues see them: name, title and unit always, the rest as they chose. They see all of it themselves. */
export async function presentPerson(db: Reader, { person, self, byName }: PersonFor): Promise<PersonView> {
  if (byName) return nameOf(person)
  const positions = await positionsOf(db, person.id)
  const now = positions.filter((position) => position.now)
  const manager = now[0]?.managerId ?? null
  const link = await peopleFor(db, [manager])
  const shows = (what: Shown) => self || person.shows.includes(what)
  return {
    id: person.id,
    name: person.name,
    gone: person.gone,
    title: now[0]?.title ?? null,
    unit: now[0]?.unit ?? null,
    units: now.flatMap((position) => unitOf(position) ?? []),
    photo: person.photo,
    manager: shows('manager') ? link(manager) : null,
    occupation: shows('occupation') ? person.occupation : null,
    email: shows('email') ? person.email : null,
    does: shows('does')
      ? {
          markdown: person.does,
          html: person.does && renderMarkdown(person.does),
        }
      : null,
    experience: shows('experience') ? person.experience : null,
    acceptsQuestions: person.acceptsQuestions && !person.gone,
    history: shows('history')
      ? positions.map((position) => ({
          title: position.title,
          unit: unitOf(position),
          from: position.fromDay,
          to: position.toDay,
        }))
      : null,
    shows: person.shows as Shown[],
    may: { edit: self },
  }
}

const nameOf = ({ id, name, gone }: PersonFor['person']): PersonView => ({
  id,
  name,
  gone,
  title: null,
  unit: null,
  units: [],
  photo: null,
  manager: null,
  occupation: null,
  email: null,
  does: null,
  experience: null,
  acceptsQuestions: false,
  history: null,
  shows: [],
  may: { edit: false },
})

const unitOf = ({ unitId, unit }: PositionRow) => (unitId && unit !== null ? { id: unitId, name: unit } : null)
