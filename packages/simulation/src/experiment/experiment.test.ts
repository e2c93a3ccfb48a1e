import * as z from 'zod'
import { expect, test } from 'vitest'
import { defineModel } from '../model.ts'
import { models, yourOrganization } from '../models/models.ts'
import { inventedOrganization, inventedSize } from '../models/your-organization/given/invented.ts'
import { type Chance, chanceOf } from '../random/stream.ts'
import { share } from '../settings.ts'
import { alone, type Crew } from './crew.ts'
import { csvDone, csvHead, csvRows } from './csv.ts'
import { exactly, type Experiment, manifestOf, sameResults, untilSure } from './experiment.ts'
import { type Chunk, runExperiment } from './run.ts'
import { contest, quantile, tallyOf } from './statistics.ts'

interface Tossed {
  readonly p: number
  readonly chance: Chance
  up: number
  luck: number
  over: boolean
}

/** A coin that comes up with probability p. */
const coin = defineModel<{ p: number }, Tossed>({
  name: 'coin',
  version: 1,
  source: 'ours',
  settings: z.object({ p: share({ label: 'coin.p', meaning: 'how often it comes up', default: 0.5 }) }),
  measures: [
    { name: 'up', meaning: 'whether it came up', unit: 'share', better: 'higher', of: (state) => state.up },
    { name: 'luck', meaning: 'what was drawn', unit: 'share', better: 'neither', of: (state) => state.luck },
  ],
  start: ({ p }, chance) => ({ p, chance, up: 0, luck: 0, over: false }),
  step: (state) => {
    state.luck = state.chance.stream(0).unit()
    state.up = state.luck < state.p ? 1 : 0
    state.over = true
  },
  isOver: ({ over }) => over,
})

const experiment: Experiment = {
  settings: {},
  cells: [{ p: 0 }, { p: 0.5 }, { p: 0.9 }],
  seed: 3,
  runs: { batch: 10, least: 20, most: 400, until: { measure: 'up', halfWidth: 0.08 } },
}

const chunkOfNothing: Chunk = { cell: 0, first: 0, values: new Float64Array(yourOrganization.measures.length) }

/** Workers of uneven pace: what is asked first often comes last. */
const uneven = (size: number): Crew => ({
  ...alone([coin]),
  size,
  run: async (task) => {
    await new Promise((resolve) => setTimeout(resolve, (task.first * 7) % 5))
    return alone([coin]).run(task)
  },
})

async function chunksOf(crew: Crew, done?: Float64Array[]) {
  const chunks: Chunk[] = []
  const results = await runExperiment(coin, experiment, {
    crew,
    onChunk: (chunk) => void chunks.push(chunk),
    ...(done && { done }),
  })
  return { chunks, results }
}

test('results and the order in which they are written are the same on any number of workers', async () => {
  const { chunks, results } = await chunksOf(alone([coin]))

  for (const size of [2, 5]) {
    const other = await chunksOf(uneven(size))
    expect(other.chunks).toEqual(chunks)
    expect(other.results.columns()).toEqual(results.columns())
  }
})

test('a cell runs until it is sure enough, and no longer', async () => {
  const { results } = await chunksOf(alone([coin]))
  const [never, half, often] = [0, 1, 2].map((cell) => results.summary(cell, 'up'))

  expect(never).toMatchObject({ runs: 20, mean: 0, halfWidth: 0 })
  expect(half!.runs).toBeGreaterThan(often!.runs)
  expect(half!.halfWidth).toBeLessThanOrEqual(0.08)
  expect(tallyOf(results.values(1, 'up').slice(0, -10)).halfWidth).toBeGreaterThan(0.08)
})

test('the same replication meets the same chance in every cell', async () => {
  const { results } = await chunksOf(alone([coin]))

  expect(results.values(1, 'luck').slice(0, 20)).toEqual(results.values(2, 'luck').slice(0, 20))
})

test('what was interrupted goes on from its file and ends the same', async () => {
  const whole = await chunksOf(alone([coin]))
  const text = csvHead(coin, experiment) + whole.chunks.map((chunk) => csvRows(coin, experiment, chunk)).join('')
  for (const cut of [csvHead(coin, experiment).length, 300, 1000, text.length]) {
    const done = csvDone(coin, experiment, text.slice(0, cut))
    const { results, chunks } = await chunksOf(uneven(2), done)

    expect(results.columns()).toEqual(whole.results.columns())
    expect(chunks.length).toBeLessThanOrEqual(whole.chunks.length)
  }
})

test('a file of another experiment, or with a gap, is not continued', () => {
  const line = csvRows(coin, experiment, { cell: 0, first: 5, values: Float64Array.of(1, 0.5) })

  expect(() => csvDone(coin, experiment, 'cell,q,replication,up\n')).toThrow(RangeError)
  expect(() => csvDone(coin, experiment, csvHead(coin, experiment) + line)).toThrow(/does not follow/)
})

test('aborted, an experiment begins nothing more and returns what there is', async () => {
  const signal = { aborted: false }
  const results = await runExperiment(
    coin,
    { ...experiment, runs: exactly(100, 10) },
    {
      crew: alone([coin]),
      signal,
      onChunk: ({ cell, first }) => void (signal.aborted = cell === 1 && first === 30),
    },
  )

  expect(results.columns().cell).toHaveLength(140)
})

test('a failing worker fails the experiment', async () => {
  const crew = { ...alone([coin]), run: () => Promise.reject(new Error('gone')) }

  await expect(runExperiment(coin, experiment, { crew })).rejects.toThrow('gone')
})

test.each([
  [{ cells: [{ p: 2 }] }, /p/],
  [{ seed: 0.5 }, /whole number/],
  [{ runs: untilSure('down', 0.1) }, /no measure down; it has up, luck/],
  [{ runs: { batch: 1, least: 3, most: 2 } }, /at least/],
])('%j is refused before anything runs', async (wrong, words) => {
  await expect(runExperiment(coin, { ...experiment, ...wrong }, { crew: alone([coin]) })).rejects.toThrow(words)
})

test('a manifest knows results of the same kind whatever the commit', () => {
  const one = manifestOf(coin, experiment, 'abc')

  expect(sameResults(one, JSON.parse(JSON.stringify(manifestOf(coin, experiment, null))))).toBe(true)
  expect(sameResults(one, manifestOf(coin, { ...experiment, seed: 4 }, 'abc'))).toBe(false)
})

test('a manifest that went through JSON replays an organization of typed arrays to the same numbers', async () => {
  const organization = inventedOrganization({ ...inventedSize, people: 60 }, chanceOf(2, 0).stream(0))
  const given: Experiment = {
    settings: { organization, periods: 12, warmUp: 4 },
    cells: [{ interventions: [] }, { interventions: [{ kind: 'rotate', share: 0.2 }] }],
    seed: 5,
    runs: exactly(2),
  }
  const read = JSON.parse(JSON.stringify(manifestOf(yourOrganization, given, null))) as typeof given
  const [before, after] = await Promise.all(
    [given, read].map((each) => runExperiment(yourOrganization, each, { crew: alone(models) })),
  )

  expect(read.settings['organization']).toMatchObject({ unit: [...organization.unit] })
  expect(after!.columns()).toEqual(before!.columns())
  expect(csvRows(yourOrganization, { ...given, cells: [{ organization }] }, chunkOfNothing)).not.toContain('"0":')
})

test('means, intervals and quantiles are those of the textbook', () => {
  const tally = tallyOf([2, 4, 4, 4, 5, 5, 7, 9])

  expect(tally.mean).toBe(5)
  expect(tally.variance).toBeCloseTo(32 / 7, 12)
  expect(tally.halfWidth).toBeCloseTo(1.96 * Math.sqrt(32 / 7 / 8), 4)
  expect([0, 0.25, 0.5, 1].map((share) => quantile([1, 2, 3, 4], share))).toEqual([1, 1.75, 2.5, 4])
})

test('a contest counts pairs, with the interval of their differences', () => {
  expect(contest([1, 2, 3, 4], [0, 2, 4, 2])).toMatchObject({ pairs: 4, wins: 2, losses: 1, ties: 1, difference: 0.5 })
  expect(() => contest([1], [1, 2])).toThrow(RangeError)
})
