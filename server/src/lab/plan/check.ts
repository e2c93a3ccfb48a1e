import type { Plan } from '@mortar/contract/lab'
import { type Cell, cellCount, cellsOf, fieldsOf, type Model, models } from '@mortar/simulation'
import { type FieldProblem, Refusal } from '#platform/refusal.ts'
import { wording } from '#platform/wording.ts'
import { sentence } from '#platform/words.ts'
import { refuse } from '../refusals.ts'

export const mostCells = 2000

export function modelOf(name: string): Model {
  const found = models.find((model) => model.name === name)
  if (!found) throw refuse.invalid('modelUnknown', { model: name, models: models.map((each) => each.name).join(', ') })
  return found
}

/** Refuses a plan that the model would not run, with a sentence for each wrong field. */
export function checkPlan(model: Model, plan: Plan, language: string): void {
  const faults = faultsIn(model, plan, language)
  if (faults.length > 0) throw new Refusal('invalid', 'lab:planWrong', { count: faults.length }, faults.slice(0, 50))
}

/** A value somewhere in the plan, to be tried with the settings of all cells. */
interface Trial {
  readonly path: string
  readonly name: string
  readonly cell: Cell
}

export function faultsIn(model: Model, plan: Plan, language: string): FieldProblem[] {
  const { settings, design, runs } = plan
  const say = (path: string, key: string, params = {}) => ({
    path: `body.plan.${path}`,
    message: sentence(language, `lab:${key}`, params),
  })
  if (cellCount(design) > mostCells)
    return [say('design', 'cellsTooMany', { cells: cellCount(design), most: mostCells })]
  const trials = [...trialsOf(design)]
  const known = new Set(fieldsOf(model.settings).flatMap(({ name, kind }) => (kind === 'other' ? [] : [name])))
  const unknown = [
    ...Object.keys(settings).map((name) => ({ path: `settings.${name}`, name })),
    ...trials.filter(({ name }) => name !== ''),
  ].filter(({ name }) => !known.has(name))
  if (unknown.length > 0)
    return unknown.map(({ path, name }) => say(path, 'settingUnknown', { name, model: model.name }))
  if (runs.until && !model.measures.some(({ name }) => name === runs.until!.measure))
    return [say('runs.until.measure', 'measureUnknown', { name: runs.until.measure })]
  return wrongValues(model, plan, trials, language)
}

function* trialsOf(design: Plan['design']): Generator<Trial> {
  if (design.kind === 'cells') {
    for (const [at, cell] of design.cells.entries())
      for (const [name, value] of Object.entries(cell))
        yield { path: `design.cells.${at}.${name}`, name, cell: { [name]: value } }
    return
  }
  const lists = design.kind === 'every' ? design.values : design.ranges
  const where = design.kind === 'every' ? 'values' : 'ranges'
  for (const [name, values] of Object.entries(lists))
    for (const [at, value] of values.entries())
      yield { path: `design.${where}.${name}.${at}`, name, cell: { [name]: value } }
}

function wrongValues(model: Model, plan: Plan, trials: readonly Trial[], language: string): FieldProblem[] {
  const faults = new Map<string, string>()
  const tried = (cell: Cell, pathOf: (name: string) => string | undefined) => {
    const { error } = model.settings.safeParse({ ...plan.settings, ...cell }, { error: wording(language) })
    for (const { path, message } of error?.issues ?? []) {
      const at = pathOf(String(path[0] ?? ''))
      if (at !== undefined && !faults.has(at)) faults.set(at, message)
    }
  }
  tried({}, (name) => (name in plan.settings ? `settings.${name}` : undefined))
  for (const trial of trials) tried(trial.cell, (name) => (name === trial.name ? trial.path : undefined))
  // What does not fit together only when all is put together.
  if (faults.size === 0)
    for (const cell of cellsOf(plan.design, plan.seed))
      tried(cell, (name) => (name in cell ? 'design' : `settings.${name}`))
  return [...faults].map(([path, message]) => ({ path: `body.plan.${path}`, message }))
}
