import { availableParallelism } from 'node:os'
import { exitCodes, Failure } from '#platform/failure.ts'
import { command, withJson } from '../frame/command.ts'
import { progress } from '../frame/progress.ts'
import { inColumns, short, wholeFrom } from './numbers.ts'
import { paceFrom } from './pace.ts'
import { type Line, modelNamed, reproduce as carryOut, type Study, studiesOf } from '@mortar/simulation'
import { nodeCrew } from '@mortar/simulation/node'

interface Asked {
  quick?: boolean
  seed: number
  workers: number
  json?: boolean
}

export const reproduce = () =>
  withJson(
    command('reproduce', 'Lays published numbers beside those that come out here', [
      ['mortar lab reproduce', 'every table and figure; takes some minutes'],
      ['mortar lab reproduce march --quick', 'one model, with few runs and wide bands'],
      ['mortar lab reproduce --json', 'the same for a program'],
    ]),
  )
    .argument('[model]', 'one model only')
    .option('--quick', 'few runs, and so wider bands: seconds instead of minutes')
    .option('--seed <number>', 'another seed, another chance', wholeFrom(0, '--seed'), 1991)
    .option('--workers <number>', 'how many processors to use', wholeFrom(1, '--workers'), availableParallelism())
    .action(async (model: string | undefined, asked: Asked) => {
      known(model)
      const crew = nodeCrew(asked.workers)
      const bar = progress('Reproducing', undefined)
      const began = performance.now()
      const left = paceFrom(0)
      const told: string[] = []
      const figures: object[] = []
      try {
        const lines = await carryOut(model, {
          crew,
          budget: asked.quick ? 'quick' : 'full',
          seed: asked.seed,
          onProgress: (done, of) => bar.at(done, of, left(done, of)),
          onStudy: (study, its, drawn) => {
            told.push(shown(study, its))
            figures.push(...drawn.map((figure) => ({ study: study.name, ...figure })))
          },
        })
        bar.end()
        const seconds = Math.round((performance.now() - began) / 100) / 10
        console.log(
          asked.json
            ? JSON.stringify({ lines, figures, seconds, ...counts(lines) })
            : `${told.join('\n')}\n${summed(lines, seconds)}`,
        )
        if (counts(lines).differs > 0) process.exitCode = exitCodes.blocked
      } finally {
        await crew.end()
      }
    })

/** Says of a model that is not there, or of which nothing is published here, what there is. */
function known(model: string | undefined): void {
  try {
    if (model !== undefined) modelNamed(model)
    studiesOf(model)
  } catch (error) {
    if (error instanceof RangeError) throw new Failure(error.message, 'usage')
    throw error
  }
}

const words = { holds: 'holds', differs: 'DIFFERS', known: 'known mismatch' } as const

function shown(study: Study, lines: readonly Line[]): string {
  const rows = lines.map(({ what, published, ours, tolerance, verdict, runs }) => [
    what,
    typeof published === 'number' ? short(published) : published,
    short(ours),
    short(tolerance),
    String(runs),
    words[verdict],
  ])
  const notes = [...new Set(lines.flatMap(({ verdict, note }) => (verdict === 'known' && note ? [`  ${note}.`] : [])))]
  const head = ['', 'published', 'ours', 'tolerance', 'runs', '']
  return [`\n${study.title}`, `  ${study.source}.`, '', inColumns([head, ...rows]), ...notes].join('\n')
}

const counts = (lines: readonly Line[]) => ({
  holds: lines.filter(({ verdict }) => verdict === 'holds').length,
  known: lines.filter(({ verdict }) => verdict === 'known').length,
  differs: lines.filter(({ verdict }) => verdict === 'differs').length,
})

function summed(lines: readonly Line[], seconds: number): string {
  const { holds, known: before, differs } = counts(lines)
  return `\n${holds} of ${lines.length} hold, ${before} known mismatches, ${differs} differ. Seed ${lines[0]?.seed}, ${seconds} s.`
}
