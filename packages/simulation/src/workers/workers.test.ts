import { afterAll, expect, test } from 'vitest'
import { alone, type Crew } from '../experiment/crew.ts'
import { exactly, type Experiment } from '../experiment/experiment.ts'
import { runExperiment } from '../experiment/run.ts'
import { march, models, yourOrganization } from '../models/models.ts'
import { inventedOrganization, inventedSize } from '../models/your-organization/given/invented.ts'
import { chanceOf } from '../random/stream.ts'
import { answerIn, browserCrew, type ScopeLike, type WorkerLike } from './browser.ts'
import { nodeCrew } from './node/crew.ts'

const experiment: Experiment = {
  settings: { people: 20, dimensions: 10 },
  cells: [{ p1: 0.2 }, { p1: 0.8 }],
  seed: 11,
  runs: exactly(24, 4),
}

type Hear = (event: { data: unknown }) => void

/** One end of a line between two: what it posts, the other end hears as a copy, later. */
function end(other: () => Hear[]): { hears: Hear[]; postMessage(data: unknown): void } & ScopeLike {
  const hears: Hear[] = []
  return {
    hears,
    addEventListener: (type, hear) => void (type === 'message' && hears.push(hear as unknown as Hear)),
    postMessage: (data) => queueMicrotask(() => other().forEach((hear) => hear({ data: structuredClone(data) }))),
  }
}

/** A browser's worker as its crew sees it, with a script that calls `answerIn(self)`. */
function likeInABrowser(): WorkerLike {
  const scope = end(() => worker.hears)
  const worker = end(() => scope.hears)
  answerIn(scope)
  return { ...worker, terminate: () => {} }
}

const crews: Record<string, Crew> = {
  'one thread of Node': nodeCrew(1),
  'three threads of Node': nodeCrew(3),
  'two workers as in a browser': browserCrew(2, likeInABrowser),
}
afterAll(async () => {
  for (const crew of Object.values(crews)) await crew.end()
})

test.each(Object.entries(crews))('%s give the same bits as no worker', async (_, crew) => {
  const here = await runExperiment(march, experiment, { crew: alone(models) })
  const there = await runExperiment(march, experiment, { crew })

  expect(there.columns()).toEqual(here.columns())
})

test('an organization goes to threads as it was given, and comes out the same as without', async () => {
  const organization = inventedOrganization({ ...inventedSize, people: 60 }, chanceOf(2, 0).stream(0))
  const asked: Experiment = {
    settings: { organization, periods: 30, warmUp: 10 },
    cells: [{ interventions: [] }, { interventions: [{ kind: 'removeSpanner' }] }],
    seed: 1,
    runs: exactly(3, 1),
  }
  const here = await runExperiment(yourOrganization, asked, { crew: alone(models) })
  const there = await runExperiment(yourOrganization, asked, { crew: crews['three threads of Node']! })

  expect(there.columns()).toEqual(here.columns())
})

test('what goes wrong in a worker is told in its words, and the crew goes on', async () => {
  const crew = crews['three threads of Node']!
  const task = { model: 'march', settings: {}, seed: 1, first: 0, count: 1 }

  await expect(crew.run({ ...task, model: 'nothing' })).rejects.toThrow('There is no model nothing.')
  await expect(crew.run({ ...task, settings: { p1: 2 } })).rejects.toThrow(/p1/)
  expect(await crew.run(task)).toHaveLength(march.measures.length)
})

test('a crew that has gone home takes no more tasks', async () => {
  const crew = nodeCrew(1)
  await crew.end()

  await expect(crew.run({ model: 'march', settings: {}, seed: 1, first: 0, count: 1 })).rejects.toThrow(/gone home/)
})
