import { createHash } from 'node:crypto'
import type pg from 'pg'
import { copy, type Row } from './copy.ts'
import { dateOf, daysAgo, id, type Visibility, visibilityOf, type World } from './world.ts'

const occupations = 60
const rank = (number: number) => (number === 0 ? null : Math.floor((number - 1) / 6))

export async function fillPeople(client: pg.ClientBase, world: World): Promise<void> {
  const { own, speak, people, units } = world
  const numbers = (count: number) => Array.from({ length: count }, (_, number) => number)
  await copy(client, 'setting', 'key, value', [
    ['name', '"Bench"'],
    ['language', '"en"'],
    ['timeZone', '"UTC"'],
  ])
  await copy(
    client,
    'occupation',
    'id, name',
    numbers(occupations).map((n) => [id('occupation', n), `Occupation ${n} ${speak.word()}`]),
  )
  await copy(
    client,
    'unit',
    'id, key, name, parent_id, opened_on',
    numbers(units).map((n) => unitRow(n, speak.word())),
  )
  await copy(
    client,
    'person',
    'id, key, email, name, occupation_id, does, experience',
    (function* (): Generator<Row> {
      for (let n = 0; n < people; n++) {
        const name = speak.name()
        const experience = own.holds(0.2) ? [speak.word(), speak.word()] : []
        yield [
          id('person', n),
          `p${n}`,
          `p${n}@example.org`,
          name,
          id('occupation', own.below(occupations)),
          own.holds(0.3) ? speak.text(2) : '',
          experience,
        ]
      }
    })(),
  )
  await copy(
    client,
    'position',
    'person_id, unit_id, title, manager_id, from_day, to_day',
    (function* (): Generator<Row> {
      for (let n = 0; n < people; n++) {
        const unit = n < units ? n : own.below(units)
        if (own.holds(0.1))
          yield [
            id('person', n),
            id('unit', own.below(units)),
            'Trainee',
            null,
            dateOf(daysAgo(4000)),
            dateOf(daysAgo(1001)),
          ]
        const manager = n < units ? rank(n) : unit
        yield [
          id('person', n),
          id('unit', unit),
          n < units ? 'Manager' : 'Specialist',
          manager === null ? null : id('person', manager),
          dateOf(daysAgo(own.below(1000))),
          null,
        ]
      }
    })(),
  )
  await copy(
    client,
    'unit_manager',
    'unit_id, person_id',
    numbers(units).map((n) => [id('unit', n), id('person', n)]),
  )
  await fillAccounts(client, world)
}

function unitRow(number: number, word: string): Row {
  const above = rank(number)
  return [
    id('unit', number),
    `u${number}`,
    `Team ${number} ${word}`,
    above === null ? null : id('unit', above),
    '2010-01-01',
  ]
}

export const sessionToken = (number: number) =>
  createHash('sha256').update(`session ${number}`).digest('hex').slice(0, 32)

/** People spread over the whole organization, a few of them of the knowledge office. */
export const signedInPerson = ({ people, signedIn }: World, number: number) => Math.floor((number * people) / signedIn)

async function fillAccounts(client: pg.ClientBase, world: World): Promise<void> {
  const all = Array.from({ length: world.signedIn }, (_, number) => number)
  const person = (number: number) => signedInPerson(world, number)
  await copy(
    client,
    'account',
    'id, person_id, name, email, email_verified',
    all.map((n) => [id('account', n), id('person', person(n)), `Person ${n}`, `p${person(n)}@example.org`, true]),
  )
  await copy(
    client,
    'session',
    'token, account_id, expires_at',
    all.map((n) => [sessionToken(n), id('account', n), daysAgo(-3650)]),
  )
  await copy(
    client,
    'knowledge_office',
    'person_id',
    all.filter((n) => n % 100 === 50).map((n) => [id('person', person(n))]),
  )
}

const stages = ['potential', 'coalescing', 'maturing', 'stewardship', 'transformation']

export async function fillCommunities(client: pg.ClientBase, world: World): Promise<void> {
  const { own, speak, communities, people, topicsEach } = world
  const all = Array.from({ length: communities }, (_, number) => number)
  const visible = (n: number): Visibility => visibilityOf(n)
  await copy(
    client,
    'community',
    'id, slug, name, short, colour, visibility, stage, created_at',
    all.map((n) => [
      id('community', n),
      `community-${n}`,
      `Community ${n} ${speak.word()}`,
      `C${n}`,
      1 + (n % 8),
      visible(n),
      stages[n % 5]!,
      daysAgo(1500 - (n % 700)),
    ]),
  )
  await copy(
    client,
    'charter',
    'community_id, version, domain, about, purpose',
    all.map((n) => [id('community', n), 1, speak.text(1), speak.text(3), speak.text(2)]),
  )
  await copy(
    client,
    'topic',
    'id, community_id, name',
    all.flatMap((n) =>
      Array.from({ length: topicsEach }, (_, t) => [
        id('topic', n * topicsEach + t),
        id('community', n),
        `${speak.word()} ${t}`,
      ]),
    ),
  )
  await copy(
    client,
    'membership',
    'community_id, person_id, roles, joined_at, by_act, visited_at',
    (function* (): Generator<Row> {
      for (let n = 0; n < people; n++) {
        const of = new Set(Array.from({ length: 1 + own.below(7) }, () => own.skewed(communities)))
        for (const community of of) {
          const roles = own.holds(0.01) ? ['facilitator'] : own.holds(0.01) ? ['steward'] : []
          yield [
            id('community', community),
            id('person', n),
            roles,
            daysAgo(30 + own.below(900)),
            'joined',
            own.holds(0.5) ? daysAgo(own.below(30)) : null,
          ]
        }
      }
    })(),
  )
}
