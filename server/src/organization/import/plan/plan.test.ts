import { describe, expect, test } from 'vitest'
import { columnsOf } from '../read/columns.ts'
import { readingOf, linesOf } from '../read/table.ts'
import { type Planning, makePlan } from './make-plan.ts'
import type { Plan } from './plan.ts'
import type { Present } from './present.ts'

const nobody: Present = { people: [], positions: [], former: [], units: [], managers: [] }
const today = '2026-03-02'

async function tableOf(text: string, part: 'people' | 'units') {
  const source = () => [Buffer.from(text)]
  const reading = await readingOf(source, part)
  const lines = []
  for await (const line of linesOf(source, reading)) lines.push(line)
  return { lines: lines.slice(1), columns: columnsOf(reading.headers, part) }
}

async function plan(
  people: string,
  { units, ...rest }: { units?: string } & Partial<Omit<Planning, 'people' | 'units'>> = {},
): Promise<Plan> {
  const steps = makePlan({
    people: await tableOf(people, 'people'),
    units: units === undefined ? undefined : await tableOf(units, 'units'),
    present: nobody,
    complete: 'no',
    today,
    importer: undefined,
    unitLedBy: (name) => `Unit of ${name}`,
    withLines: true,
    ...rest,
  })
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const ann = { id: 'p-ann', key: '1', email: 'ann@example.org', name: 'Ann', occupation: null, leftOn: null }
const bo = { id: 'p-bo', key: '2', email: 'bo@example.org', name: 'Bo', occupation: null, leftOn: null }
const held = (personId: string, unitId: string | null, managerId: string | null = null) => ({
  id: `at-${personId}`,
  personId,
  unitId,
  managerId,
  title: 'Worker',
  fromDay: '2020-01-01',
  toDay: null,
})
const mill = { id: 'u-mill', key: 'M', name: 'Mill', parentId: null }
const two: Present = {
  people: [ann, bo],
  positions: [held('p-ann', 'u-mill'), held('p-bo', 'u-mill', 'p-ann')],
  former: [],
  units: [mill],
  managers: [],
}

describe('every problem is told with its rows, and the rest comes in', () => {
  test.each([
    ['noIdentity', 'id,name\n,Ann\n2,Bo\n', [2], 1],
    ['tooFewCells', 'id,name,title\n1,Ann,Head\n2,Bo\n', [3], 1],
    ['tooManyCells', 'id,name\n1,Head, Ann\n2,Bo\n', [2], 1],
    ['idTwice', 'id,name\n1,Ann\n2,Bo\n1,Anna\n1,Annie\n', [2, 4, 5], 2],
    ['emailTwice', 'id,mail\n1,a@x.org\n2,A@x.org\n', [2, 3], 2],
    ['emailTwice', 'mail\na@x.org\na@x.org\n', [2, 3], 1],
    ['badEmail', 'id,mail\n1,ann(at)x.org\n', [2], 1],
    ['emptyName', 'id,name\n1,\n2,Bo\n', [2], 2],
    ['tooLong', `id,name\n1,${'Ann '.repeat(80)}\n`, [2], 1],
    ['badDate', 'id,from\n1,31.2.2024\n2,31.2.2024\n3,1.2.2024\n', [2, 3], 3],
    ['endBeforeStart', 'id,from,to\n1,2024-05-01,2024-04-01\n', [2], 1],
    ['unknownManager', 'id,manager\n1,9\n2,9\n3,1\n', [2, 3], 3],
    ['ambiguousManager', 'id,name,manager\n1,Ann,\n2,Ann,\n3,Cid,Ann\n', [4], 3],
    ['cycle', 'id,manager\n1,2\n2,3\n3,1\n4,1\n', [2, 3, 4], 4],
  ] as const)('%s in %j', async (kind, file, rows, added) => {
    const { problems, summary } = await plan(file)

    expect(problems).toEqual([expect.objectContaining({ kind, rows })])
    expect(summary.people.added).toBe(added)
  })

  test.each([
    ['unknownUnit', 'id,unit\n1,M\n2,Nowhere\n', 'id,name\nM,Mill\n', [3]],
    ['ambiguousUnit', 'id,unit\n1,Team\n', 'id,name,parent\nA,A,\nB,B,\n1,Team,A\n2,Team,B\n', [2]],
    ['unitWithoutName', 'id\n1\n', 'id,name\n,\nM,Mill\n', []],
    ['unitTwice', 'id\n1\n', 'id,name\nM,Mill\nM,Mull\n', [2, 3]],
    ['orphanUnit', 'id\n1\n', 'id,name,parent\nM,Mill,Z\n', [2]],
    ['unitCycle', 'id\n1\n', 'id,name,parent\nA,A,B\nB,B,A\n', [2, 3]],
    ['unknownUnitManager', 'id\n1\n', 'id,name,manager\nM,Mill,7\n', [2]],
  ] as const)('%s of units', async (kind, people, units, rows) => {
    const { problems } = await plan(people, { units })

    // A row without any cell is an empty line, not a problem.
    expect(problems).toEqual(rows.length === 0 ? [] : [expect.objectContaining({ kind, rows })])
  })

  test('an address that belongs to somebody else is not taken from them', async () => {
    const { problems, people } = await plan('id,mail,name\n9,ann@example.org,Other Ann\n', { present: two })

    expect(problems).toMatchObject([{ kind: 'emailTaken', rows: [2] }])
    expect(people).toMatchObject([{ key: '9', email: null }])
  })

  test('whoever imports is never ended by it, and is told', async () => {
    const { problems, summary } = await plan('id\n1\n', { present: two, complete: 'all', importer: 'p-bo' })

    expect(problems).toMatchObject([{ kind: 'importerMissing', what: 'Bo' }])
    expect(summary.people.ended).toBe(0)
  })
})

describe('people are told apart by id or e-mail, either is enough', () => {
  test.each([
    ['by id', 'id,title\n1,Worker\n'],
    ['by e-mail, whatever its case', 'mail,title\nAnn@Example.ORG,Worker\n'],
    ['by both', 'id,mail\n1,ann@example.org\n'],
  ])('%s', async (_, file) => {
    expect((await plan(file, { present: two })).summary.people).toEqual({ added: 0, changed: 0, ended: 0, same: 1 })
  })

  test('an id is learned where only the address was known', async () => {
    const present = { ...two, people: [{ ...ann, key: null }, bo] }

    expect((await plan('id,mail\n77,ann@example.org\n', { present })).people).toMatchObject([
      { ref: 'p-ann', key: '77' },
    ])
  })
})

describe('what the file does not speak of stays', () => {
  test('columns that are not there change nothing, empty cells do', async () => {
    const { positions } = await plan('id,manager\n2,\n', { present: two })
    expect(positions).toMatchObject([
      { id: 'at-p-bo', toDay: '2026-03-01' },
      { id: null, unit: 'u-mill', title: 'Worker', manager: null, fromDay: today },
    ])

    expect((await plan('id\n2\n', { present: two })).positions).toEqual([])
  })

  test('a manager is found by id, address, or a name that only one has', async () => {
    for (const manager of ['1', 'ANN@example.org', 'ann']) {
      expect((await plan(`id,manager\n2,${manager}\n`, { present: two })).summary.people.same).toBe(1)
    }
  })
})

describe('units come out of the file', () => {
  const opened = async (file: string, units?: string) => {
    const made = await plan(file, units === undefined ? {} : { units })
    const names = new Map(made.units.map(({ ref, name }) => [ref, name]))
    return made.units.map(({ name, parent }) => (parent ? `${names.get(parent)} > ${name}` : name))
  }

  test.each([
    ['A > B', 'id,dept\n1,A\n2,A > B\n', ['A', 'A > B']],
    ['A/B', 'id,dept\n1,A/B\n2,A/C\n', ['A', 'A > B', 'A > C']],
    ['A\\B', 'id,dept\n1,A\\B\n', ['A', 'A > B']],
    [
      'a name with a slash among plain names',
      'id,dept\n1,IT/Operations\n2,Sales\n3,Care\n',
      ['IT/Operations', 'Sales', 'Care'],
    ],
    ['levels in columns', 'id,division,department\n1,A,B\n2,A,\n', ['A', 'A > B']],
  ])('%s', async (_, file, units) => {
    expect(await opened(file)).toEqual(units)
  })

  test('the same name under two parents is two units', async () => {
    expect(await opened('id,dept\n1,A > Office\n2,B > Office\n')).toEqual(['A', 'A > Office', 'B', 'B > Office'])
  })

  test('a file of units says how they hang, whatever its order', async () => {
    expect(await opened('id,unit\n1,M2\n', 'id,name,parent\nM2,Carding,M\nM,Mill,M\n')).toEqual([
      'Mill > Carding',
      'Mill',
    ])
  })
})

test('a chart of ids alone: people go by their id, and each branch under the head is a unit', async () => {
  const made = await plan('ID,ReportsToID\n86,86\n1,86\n2,86\n11,1\n12,11\n')

  expect(made.summary).toMatchObject({ people: { added: 5 }, units: { opened: 2 }, unitsFromLine: true, problems: 0 })
  expect(made.units.map(({ name }) => name)).toEqual(['Unit of 1', 'Unit of 2'])
  const unitOf = new Map(made.positions.map(({ person, unit }) => [person, unit]))
  expect([unitOf.get('new:2'), unitOf.get('new:6')]).toEqual([null, unitOf.get('new:3')])
})

describe('who answers for a unit', () => {
  const managers = async (file: string, units?: string) => {
    const made = await plan(file, units === undefined ? {} : { units })
    const names = new Map(made.people.map(({ ref, name }) => [ref, name]))
    const unit = new Map(made.units.map(({ ref, name }) => [ref, name]))
    return made.managers.map((one) => `${unit.get(one.unit)}: ${names.get(one.person)}${one.derived ? ' (seen)' : ''}`)
  }

  test('is whom most of its people report to, who is in it or above', async () => {
    const file =
      'id,name,dept,manager\n1,Ann,Mill,1\n2,Bo,Mill > Carding,1\n3,Cid,Mill > Carding,2\n4,Dot,Mill > Carding,2\n5,Eve,Mill > Dyeing,1\n6,Fay,Mill > Dyeing,4\n'

    expect(await managers(file)).toEqual(['Mill: Ann (seen)', 'Carding: Bo (seen)', 'Dyeing: Ann (seen)'])
  })

  test('or whom the file of units names', async () => {
    expect(await managers('id,name,unit,manager\n1,Ann,M,\n2,Bo,M,1\n', 'id,name,manager\nM,Mill,2\n')).toEqual([
      'Mill: Bo',
    ])
  })
})

test('a row that had to be left out does not end the person it names', async () => {
  const { summary } = await plan('id,name\n1,Ann\n2,Bo,surplus\n', { present: two, complete: 'all' })

  expect(summary.people.ended).toBe(0)
})

test('of twenty one may end without a question, two may not', async () => {
  const people = Array.from({ length: 20 }, (_, n) => ({
    ...ann,
    id: `p${n}`,
    key: String(n),
    email: null,
    name: `N${n}`,
  }))
  const present = { ...nobody, people, positions: people.map(({ id }) => held(id, null)) }
  const file = (count: number) =>
    `id\n${people
      .slice(0, count)
      .map(({ key }) => key)
      .join('\n')}\n`

  expect((await plan(file(19), { present, complete: 'all' })).summary).toMatchObject({
    people: { ended: 1 },
    asks: null,
  })
  expect((await plan(file(18), { present, complete: 'all' })).summary.asks).toEqual({ ended: 2, of: 20 })
})

test('what is wrong is told as the file has it: what is the whole file’s first, then row by row', async () => {
  const { problems } = await plan(`id;name;email;manager;from
1;Anna;anna@example.org;;2026-13-40
2;;bo@example.org;;
3;Cleo;not an address;99;
`)
  const rows = problems.map(({ rows: [first = 0] }) => first)
  expect(rows).toHaveLength(4)
  expect(rows).toEqual(rows.toSorted((one, other) => one - other))
})
