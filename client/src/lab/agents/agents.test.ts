import { type CommunitiesState, communities, type Model, modelNamed, openRun } from '@mortar/simulation'
import { expect, test } from 'vitest'
import { type BeliefsScene, type NetworkScene, outcome } from './scene.ts'
import { sceneOf } from './scene-of.ts'
import { noteBefore, structureScene } from './travels.ts'

const stateOf = (model: Model, settings: object, periods = 0) => {
  const run = openRun(model, settings, 5)
  for (let period = 0; period < periods; period++) run.step()
  return { run, state: model.peek(run), measures: [...run.measure()] }
}
const measured = (model: Model, measures: readonly number[], name: string) =>
  measures[model.measures.findIndex((measure) => measure.name === name)]

test.each(['march', 'miller'])('the beliefs drawn of %s are as right as its measures say', (name) => {
  const model = modelNamed(name)
  const { state, measures } = stateOf(model, {}, 6)
  const { beliefs, reality, code, people, dimensions } = sceneOf(name, state) as BeliefsScene
  const right = (held: Int8Array) => held.filter((belief, at) => belief === reality[at % dimensions]).length

  expect(right(beliefs) / people / dimensions).toBeCloseTo(measured(model, measures, 'peopleRight')!, 12)
  expect(right(code) / dimensions).toBeCloseTo(measured(model, measures, 'codeRight')!, 12)
})

test('solutions are drawn as high as they score, and the same ones in the same colour', () => {
  const model = modelNamed('lazer-friedman')
  const { state, measures } = stateOf(model, { network: 'full', bits: 10, people: 40 }, 3)
  const { height, same, from, people } = sceneOf(model.name, state) as NetworkScene

  expect(height.reduce((sum, each) => sum + each, 0) / people).toBeCloseTo(measured(model, measures, 'score')!, 12)
  expect(Math.max(...height)).toBeCloseTo(measured(model, measures, 'bestScore')!, 12)
  expect(from).toHaveLength((40 * 39) / 2)
  expect(same.filter((colour) => colour === 1).length).toBeGreaterThan(1)
})

test('who practises is drawn, and who did', () => {
  const model = modelNamed('diffusion')
  const { state, measures } = stateOf(model, { forgetting: 0.3, people: 60 }, 8)
  const { practises, people } = sceneOf(model.name, state) as NetworkScene
  const share = (least: number) => practises.filter((each) => each >= least).length / people

  expect(share(2)).toBeCloseTo(measured(model, measures, 'practising')!, 12)
  expect(share(1)).toBeCloseTo(measured(model, measures, 'reach')!, 12)
})

test('nobody is drawn where there are too many to tell apart', () => {
  const { state } = stateOf(modelNamed('march'), { people: 900 })

  expect(sceneOf('march', state)).toBeUndefined()
})

function onePeriod(settings: object) {
  const { run, state } = stateOf(communities, settings, 30)
  const before = noteBefore(state as CommunitiesState)
  run.step()
  return { scene: structureScene(state as CommunitiesState, before)!, state: state as CommunitiesState }
}

test('among communities requests travel, from each asker to others, and at most as many as are allowed', () => {
  const { scene } = onePeriod({ structure: 'community', requests: 2 })
  const perAsker = Map.groupBy(scene.askers, (asker) => asker)

  expect(scene.askers.length).toBeGreaterThan(10)
  expect(Math.max(...[...perAsker.values()].map(({ length }) => length))).toBeLessThanOrEqual(2)
  expect(scene.askers.some((asker, at) => asker === scene.asked[at])).toBe(false)
  expect(scene.helped.filter((helped) => helped).length).toBe(
    scene.outcome.filter((each) => each === outcome.helped).length,
  )
  expect(scene.delegates).toHaveLength(0)
  expect(scene.top).toBe(0)
})

test('in a hierarchy problems travel up and down, no more than managers can decide, and nobody is asked', () => {
  const { scene } = onePeriod({ structure: 'hierarchy' })

  expect(scene.askers).toHaveLength(0)
  expect(scene.delegates.length).toBeGreaterThan(5)
  expect(scene.managers).toHaveLength(5)
  expect(Math.max(...scene.managers)).toBeLessThanOrEqual(5)
  expect(scene.top).toBeLessThanOrEqual(10)
  expect(scene.top).toBeGreaterThan(0)
})
