import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { tracing } from '../test/importing.ts'
import { presentReport } from './present.ts'

/** What files have in them that they should not: each is told in a sentence, and the rest is read. */
const { db } = await testDatabase()
const { source, person, read, held } = tracing(db)
const [ann, bo, cid] = ['ann@mill.example', 'bo@mill.example', 'cid@mill.example'] as const

beforeAll(async () => {
  for (const name of ['Ann', 'Bo', 'Cid', 'Dot', 'Eve', 'Fay']) await person(name)
})

async function told(rows: string[], end = '\n') {
  const id = await source()
  const { state, report } = await read(id, `time,from,to\n${rows.join('\n')}${end}`)
  const { skipped, notes, rows: seen } = presentReport(report!, 'en')
  return { id, state, seen, sentences: [...skipped.map(({ sentence }) => sentence), ...notes] }
}
const timesIn = async (id: string) => (await held(id)).reduce((sum, { times }) => sum + times, 0)

test('half a line at the end', async () => {
  const { id, sentences } = await told([`2024-03-05,${ann},${bo}`, `2024-03-06,${bo}`], '')

  expect(sentences).toEqual(['The last row is cut off (row 3). Everything before it was read.'])
  expect(await timesIn(id)).toBe(1)
})

test('dates of three kinds in one file are all read, each for what it is', async () => {
  const { id, sentences } = await told([
    `2024-03-05 08:00,${ann},${bo}`,
    `12.3.2024,${ann},${bo}`,
    `"Tue, 19 Mar 2024 08:15:00 +0200",${ann},${bo}`,
    `26/03/2024,${ann},${bo}`,
    `1711958400,${ann},${bo}`,
  ])

  expect(sentences).toEqual([])
  expect((await held(id)).map(({ day }) => day)).toEqual([
    '2024-03-04',
    '2024-03-11',
    '2024-03-18',
    '2024-03-25',
    '2024-04-01',
  ])
})

test('people whom nobody knows, and somebody who writes to themselves', async () => {
  const { id, sentences } = await told([
    `2024-03-05,${ann},${bo}`,
    `2024-03-05,${ann},x@elsewhere.example`,
    `2024-03-06,${bo},${bo}`,
  ])

  expect(sentences).toEqual([
    '1 was from somebody to themselves (row 4).',
    '1 trace touches an address that belongs to nobody known here.',
    'An address belongs to nobody known here: x@elsewhere.example.',
  ])
  expect(await timesIn(id)).toBe(1)
})

const fortyOfHundred = (one: string) =>
  Array.from({ length: 200 }, (_, n) => {
    const second = String(n % 60).padStart(2, '0')
    const [from, to] =
      n < 80 ? [one, n % 2 ? bo : cid] : [n % 2 ? bo : cid, n % 3 ? 'dot@mill.example' : 'eve@mill.example']
    return `2024-03-05 ${10 + Math.floor(n / 60)}:00:${second},${from},${to}`
  })

test('an address with 40% of all traces that belongs to nobody is named, with what to do', async () => {
  const { sentences } = await told(fortyOfHundred('scanner@mill.example'))

  expect(sentences).toContain(
    'scanner@mill.example takes part in 40% of all traces. It belongs to nobody known here and may be a shared mailbox or a machine; say on the page of the source whom it stands for, or that it is no person.',
  )
})

test('a person with much of all traces is named to nobody', async () => {
  const { sentences } = await told(fortyOfHundred('fay@mill.example').slice(0, 170))

  expect(sentences).toEqual([expect.stringMatching(/^One person takes part in \d\d% of all traces\./)])
  expect(sentences.join()).not.toMatch(/fay/i)
})
