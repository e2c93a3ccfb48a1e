import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/project.ts'
import { type Figure, type Line, reproduce } from '@mortar/simulation'
import { nodeCrew } from '@mortar/simulation/node'

const file = join(projectRoot, 'client/src/lab/reproduce/reference.json')
const reference = JSON.parse(readFileSync(file, 'utf8')) as { lines: Line[]; figures: Figure[] }

test('the reference that the lab shows is what the full reproduction gives, to the last bit', async () => {
  const crew = nodeCrew(availableParallelism())
  const figures: object[] = []
  const lines = await reproduce(undefined, {
    crew,
    budget: 'full',
    onStudy: (study, _, drawn) => void figures.push(...drawn.map((figure) => ({ study: study.name, ...figure }))),
  }).finally(() => crew.end())

  // Through JSON, as `mortar lab reproduce --json` writes it: a band without bound becomes nothing.
  expect(reference.lines).toEqual(JSON.parse(JSON.stringify(lines)))
  expect(reference.figures).toEqual(JSON.parse(JSON.stringify(figures)))
})
