import type { importOrganizationRows } from '#organization/index.ts'
import { type Example, slugOf } from './example.ts'
import type { PersonRow, PositionRow } from './format.ts'
import type { Telling } from './telling.ts'

type OrganizationRows = Parameters<typeof importOrganizationRows>[1]

/** People, units and positions. `known` are people who are here already. */
export function tellOrganization(telling: Telling, known: Map<string, string>): OrganizationRows {
  const { example, id } = telling
  const { organization } = example
  return {
    occupation: occupationsOf(example).map((name) => ({ id: id('occupation', name), name })),
    unit: example.units.map(({ id: key, name, parent }) => ({
      id: id('unit', key),
      key,
      name,
      parentId: parent ? id('unit', parent) : null,
      openedOn: firstDayIn(example, key),
    })),
    person: example.people.filter((person) => !known.has(slugOf(person))).map((person) => tellPerson(telling, person)),
    position: [...example.people, ...example.positions].map((row) => tellPosition(telling, row)),
    unitManager: [...managersOf(telling), ...delegatesOf(telling)],
    knowledgeOffice: organization.knowledgeOffice.map((slug) => ({ personId: id('person', slug) })),
  }
}

const occupationsOf = ({ people, positions }: Example) => [
  ...new Set([...people, ...positions].map(({ occupation }) => occupation)),
]

/** A unit is as old as the first position that is known in it or below it. */
function firstDayIn(example: Example, unit: string): string | null {
  const own = [...example.people, ...example.positions].filter((row) => row.unit === unit).map(({ from }) => from)
  const below = example.units.filter(({ parent }) => parent === unit).map(({ id }) => firstDayIn(example, id) ?? '')
  return [...own, ...below].filter(Boolean).toSorted()[0] ?? null
}

function tellPerson({ example, id }: Telling, person: PersonRow) {
  const slug = slugOf(person)
  const details = example.details.find((one) => one.person === slug)
  return {
    id: id('person', slug),
    key: person.id,
    email: person.email,
    name: person.name,
    occupationId: id('occupation', person.occupation),
    does: details?.does ?? '',
    experience: details?.experience ?? [],
    acceptsQuestions: details?.acceptsQuestions ?? true,
    leftOn: person.to || null,
  }
}

function tellPosition({ example, id }: Telling, row: PersonRow | PositionRow) {
  const person = 'person_id' in row ? example.people.find((one) => one.id === row.person_id)! : row
  const manager = slugOf({ email: row.manager_email })
  return {
    personId: id('person', slugOf(person)),
    unitId: id('unit', row.unit),
    title: row.title,
    managerId: manager === slugOf(person) ? null : id('person', manager),
    fromDay: row.from,
    toDay: row.to || null,
  }
}

const managersOf = ({ example, id, at }: Telling) =>
  example.units.map((unit) => {
    const manager = example.people.find(({ email }) => email === unit.manager_email)!
    return {
      unitId: id('unit', unit.id),
      personId: id('person', slugOf(manager)),
      role: 'manager',
      since: at(`${manager.from}T00:00`),
    }
  })

const delegatesOf = ({ example, id, at }: Telling) =>
  example.organization.delegates.map(({ unit, person, from }) => ({
    unitId: id('unit', unit),
    personId: id('person', person),
    role: 'delegate',
    since: at(`${from}T00:00`),
  }))
