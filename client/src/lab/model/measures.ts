import type { Measure, Model } from '@mortar/simulation'

/** What is drawn unless the address says otherwise. */
const usual: Readonly<Record<string, readonly string[]>> = {
  march: ['codeRight', 'peopleRight'],
  miller: ['codeRight', 'peopleRight'],
  'lazer-friedman': ['score', 'bestScore'],
  fang: ['payoff', 'bestPayoff'],
  communities: ['solved', 'solvedAlone', 'competence'],
  diffusion: ['practising', 'reach'],
}

const COLOURS = 8

export const usualMeasures = (model: Model): readonly string[] =>
  usual[model.name] ?? model.measures.slice(0, 2).map(({ name }) => name)

export const shownIn = (model: Model, show: string | undefined): readonly string[] =>
  show === undefined
    ? usualMeasures(model)
    : model.measures.map(({ name }) => name).filter((name) => show.split(',').includes(name))

/** Adds a measure to what is shown, or takes it away; nothing to say where that is the usual. */
export function toggled(model: Model, shown: readonly string[], name: string): string | undefined {
  const now = model.measures
    .map((measure) => measure.name)
    .filter((each) => (each === name ? !shown.includes(name) : shown.includes(each)))
  return now.join() === usualMeasures(model).join() ? undefined : now.join() || 'none'
}

/** Measures of one unit share a drawing. */
export function byUnit(model: Model, shown: readonly string[]): { unit: string; measures: Measure[] }[] {
  const measures = model.measures.filter(({ name }) => shown.includes(name))
  return [...new Set(measures.map(({ unit }) => unit))].map((unit) => ({
    unit,
    measures: measures.filter((measure) => measure.unit === unit),
  }))
}

export const colourOf = (model: Model, name: string) =>
  (model.measures.findIndex((measure) => measure.name === name) % COLOURS) + 1

/** Where an axis of this unit begins and ends whatever is drawn on it. */
export const axisOf = (unit: string): { least?: number; most?: number } =>
  ({ share: { least: 0, most: 1 }, score: { least: 0, most: 1 }, percent: { least: 0, most: 100 } })[unit] ?? {
    least: 0,
  }
