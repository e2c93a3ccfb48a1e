import { type CommunitiesState, modelNamed, openRun } from '@mortar/simulation'
import type { Moment } from './scene.ts'
import { sceneOf } from './scene-of.ts'
import { noteBefore, structureScene } from './travels.ts'
import type { ToWatch } from './watched-run.ts'

let at = { model: modelNamed('march'), run: openRun(modelNamed('march'), {}, 1) }

self.addEventListener('message', ({ data }: MessageEvent<ToWatch>) => {
  try {
    if ('open' in data) {
      const model = modelNamed(data.open.model)
      at = { model, run: openRun(model, data.open.settings, data.open.seed) }
      self.postMessage({ asked: data.asked, moment: momentOf() })
    } else self.postMessage({ asked: data.asked, moments: stepped(data.steps) })
  } catch (error) {
    self.postMessage({ asked: data.asked, failure: error instanceof Error ? error.message : String(error) })
  }
})

/** Measures of each period on the way, and the scene of the last one. */
function stepped(steps: number): Moment[] {
  const moments: Moment[] = []
  const { model, run } = at
  for (let step = 1; step <= steps && !run.over; step++) {
    const before = model.name === 'communities' ? noteBefore(model.peek(run) as CommunitiesState) : undefined
    run.step()
    const last = step === steps || run.over
    moments.push(
      last ? momentOf(before) : { period: run.period, over: false, measures: run.measure(), scene: undefined },
    )
  }
  return moments
}

function momentOf(before?: ReturnType<typeof noteBefore>): Moment {
  const { model, run } = at
  const state = model.peek(run)
  const scene =
    model.name === 'communities' ? structureScene(state as CommunitiesState, before) : sceneOf(model.name, state)
  return { period: run.period, over: run.over, measures: run.measure(), scene }
}
