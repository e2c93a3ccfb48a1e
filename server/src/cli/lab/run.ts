import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { type Command, Option } from 'commander'
import { Failure } from '#platform/failure.ts'
import { projectRoot } from '#platform/project.ts'
import { command, withJson } from '../frame/command.ts'
import { progress } from '../frame/progress.ts'
import { manifestBeside, openResults, type ResultFile } from './file.ts'
import { inColumns, short, wholeFrom } from './numbers.ts'
import { paceFrom } from './pace.ts'
import {
  exactly,
  type Experiment,
  type Field,
  fieldsOf,
  type Manifest,
  manifestOf,
  type Model,
  models,
  type Results,
  runExperiment,
  type Runs,
  untilSure,
} from '@mortar/simulation'
import { nodeCrew } from '@mortar/simulation/node'
import { organizationFor } from './organization.ts'
import { askable, type Design, designs, optionOf, planned } from './values.ts'

interface Asked {
  runs: number
  sure?: string
  seed: number
  design: Design
  points: number
  workers: number
  out?: string
  json?: boolean
  /** Of `your-organization`: one that nobody works in. */
  invented?: boolean
}

/** An experiment, and what is needed of it where it is about the organization itself. */
interface Planned {
  readonly experiment: Experiment
  readonly manifest: Manifest
  readonly hush: (values: Float64Array) => void
}

export const run = () =>
  models.reduce(
    (all, model) => all.addCommand(runOf(model)),
    command('run', 'Runs a model over settings, and tells means with their intervals', [
      ['mortar lab run march --p1 0.1:0.9:0.1 --runs 1000 --out run.csv', 'a range of one setting, to a file'],
      ['mortar lab run march --p1 0.1,0.9 --sure codeRight:0.002', 'until the means are that sure'],
      ['mortar lab run march --help', 'the settings of a model'],
    ]).showHelpAfterError('("mortar lab run --help" lists the models)'),
  )

function runOf(model: Model): Command {
  const fields = askable(model)
  const ranged = fields.find(({ kind, to }) => kind === 'number' && to === 1) ?? fields[0]!
  const made = withJson(
    command(model.name, model.source, [
      [`mortar lab run ${model.name} --${optionOf(ranged)} 0.1:0.9:0.2 --runs 100`, 'five cells of 100 runs'],
      [
        `mortar lab run ${model.name} --${optionOf(ranged)} 0.1:0.9 --design sobol --points 16`,
        'sixteen, spread evenly',
      ],
      [`mortar lab run ${model.name} --runs 1000 --out run.csv`, 'every run to a file; again, to go on after a break'],
    ]),
  )
    .showHelpAfterError(`("mortar lab run ${model.name} --help" lists its settings)`)
    .option('--runs <number>', 'runs of each cell', wholeFrom(1, '--runs'), 100)
    .option('--sure <measure:width>', 'go on in each cell until half the 95% interval of this measure is so small')
    .option('--seed <number>', 'the same seed gives the same numbers', wholeFrom(0, '--seed'), 1)
    .addOption(
      new Option('--design <design>', 'every combination, or points spread over ranges')
        .choices(designs)
        .default('every'),
    )
    .option('--points <number>', 'how many points a design spreads', wholeFrom(1, '--points'), 64)
    .option('--workers <number>', 'how many processors to use', wholeFrom(1, '--workers'), availableParallelism())
    .option('--out <file.csv>', 'write every run to this file as it comes, and a manifest beside it')
  for (const field of fields) {
    const range = field.choices?.join(', ') ?? (field.kind === 'flag' ? 'yes, no' : `${field.from} to ${field.to}`)
    made.option(`--${optionOf(field)} <values>`, `${field.meaning} (${range}; ${shownDefault(field.default)})`)
  }
  if (model.name === 'your-organization')
    made.option('--invented', 'an invented organization of --people people, in place of that of the data folder')
  return made.action((asked: Asked) => carryOut(model, asked, made))
}

const shownDefault = (value: unknown) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value))

async function carryOut(model: Model, asked: Asked, made: Command): Promise<void> {
  const { experiment, manifest, hush } = await plannedFor(model, asked, made)
  const file = inSentences(model, () => (asked.out ? openResults(asked.out, model, experiment, manifest) : undefined))
  const signal = { aborted: false }
  const stop = () => void (signal.aborted = true)
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const results = await computed(model, experiment, asked.workers, { file, hush, signal })
  process.off('SIGINT', stop).off('SIGTERM', stop)
  if (signal.aborted)
    throw new Failure(asked.out ? `Stopped. What is done is in ${asked.out}; the same line goes on.` : 'Stopped.')
  console.log(asked.json ? JSON.stringify(asJson(model, manifest, results)) : shown(model, experiment, results))
  if (asked.out && !asked.json)
    console.log(`\nEvery run is in ${asked.out}, how it came about in ${manifestBeside(asked.out)}.`)
}

async function computed(
  model: Model,
  experiment: Experiment,
  workers: number,
  { file, hush, signal }: Pick<Planned, 'hush'> & { file: ResultFile | undefined; signal: { aborted: boolean } },
) {
  const { cells, runs } = experiment
  const crew = nodeCrew(workers)
  const all = cells.length * runs.most
  const before = runsIn(model, file)
  if (before > 0) console.error(`Going on: ${before.toLocaleString('en')} runs are in the file already.`)
  const bar = progress(`Running ${model.name}`, all)
  const left = paceFrom(before)
  try {
    return await inSentences(model, () =>
      runExperiment(model, experiment, {
        crew,
        signal,
        ...(file && { done: file.done }),
        onChunk: (chunk, { runs: done, cellsDone }) => {
          hush(chunk.values)
          file?.append(chunk)
          // A cell that was sure early needs no more.
          if (runs.until) bar.at(cellsDone, cells.length)
          else bar.at(done, all, left(done, all))
        },
      }),
    )
  } finally {
    bar.end()
    await crew.end()
  }
}

const runsIn = (model: Model, file: ResultFile | undefined) =>
  (file?.done ?? []).reduce((sum, { length }) => sum + length / model.measures.length, 0)

async function plannedFor(model: Model, asked: Asked, made: Command): Promise<Planned> {
  const given = asked as unknown as Record<string, string>
  const { settings, cells } = planned(model, given, asked.design, asked.points, asked.seed)
  const more = { cells, seed: asked.seed, runs: runsOf(asked) }
  const checked = (experiment: Experiment) =>
    inSentences(model, () => {
      for (const cell of cells) model.settings.parse({ ...experiment.settings, ...cell })
      return experiment
    })
  if (model.name !== 'your-organization' || asked.invented) {
    const experiment = checked({ settings, ...more })
    return { experiment, manifest: manifestOf(model, experiment, commit()), hush: () => {} }
  }
  const { organization, domains, about, hush } = await organizationFor(made, given)
  const own = { domains, ...settings }
  const experiment = checked({ settings: { ...own, organization }, ...more })
  const manifest = manifestOf(model, { settings: { ...own, organization: about }, ...more }, commit())
  return { experiment, manifest, hush }
}

function runsOf({ sure, runs }: Asked): Runs {
  if (sure === undefined) return exactly(runs)
  const [measure, width] = sure.split(':')
  if (!measure || !(Number(width) > 0))
    throw new Failure(`--sure takes a measure and a width, such as codeRight:0.002, not "${sure}".`, 'usage')
  return untilSure(measure, Number(width))
}

interface Issue {
  readonly path: PropertyKey[]
  readonly code: string
  readonly message: string
}

function refusalOf(field: Field, { code, message }: Issue): string {
  const option = `--${optionOf(field)}`
  if (code === 'custom') return `${option}: ${message}.`
  if (field.choices) return `${option} takes one of ${field.choices.join(', ')}.`
  return `${option} takes ${field.kind === 'integer' ? 'whole numbers' : 'numbers'} from ${field.from} to ${field.to}.`
}

/** What the model refuses becomes a sentence about the option. */
function inSentences<T>(model: Model, work: () => T): T {
  const worded = (error: unknown): never => {
    if (error instanceof RangeError) throw new Failure(error.message, 'usage')
    const issue = (error as { issues?: Issue[] }).issues?.[0]
    const field = fieldsOf(model.settings).find(({ name }) => name === issue?.path[0])
    if (issue && field) throw new Failure(refusalOf(field, issue), 'usage')
    throw error
  }
  try {
    const result = work()
    return result instanceof Promise ? (result.catch(worded) as T) : result
  } catch (error) {
    return worded(error)
  }
}

function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: projectRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return null
  }
}

const asJson = (model: Model, manifest: Manifest, results: Results) => ({
  manifest,
  cells: manifest.cells.map((settings, cell) => ({
    settings,
    measures: Object.fromEntries(model.measures.map(({ name }) => [name, results.summary(cell, name)])),
  })),
})

function shown(model: Model, { cells }: Experiment, results: Results): string {
  const names = [...new Set(cells.flatMap((cell) => Object.keys(cell)))]
  const measures = model.measures.map(({ name }) => name)
  const rows = cells.map((cell, at) => [
    ...names.map((name) =>
      typeof cell[name] === 'number' ? String(Number(cell[name].toPrecision(4))) : String(cell[name]),
    ),
    String(results.values(at, measures[0]!).length),
    ...measures.map((name) => meanOf(results, at, name)),
  ])
  return inColumns([[...names, 'runs', ...measures], ...rows])
}

function meanOf(results: Results, cell: number, measure: string): string {
  const { mean, halfWidth } = results.summary(cell, measure)
  return Number.isFinite(mean) ? `${short(mean)} ± ${short(halfWidth)}` : '-'
}
