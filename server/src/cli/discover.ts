import type { Command } from 'commander'
import { discoverNow, type Discovered } from '#network/index.ts'
import { Failure } from '#platform/failure.ts'
import { Refusal } from '#platform/refusal.ts'
import { sentence } from '#platform/words.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { progress } from './frame/progress.ts'

interface Asked {
  from?: string
  to?: string
  form: 'cross' | 'soft'
  level?: number
  seed: number
  halfLife: number
  json?: boolean
}

const number = (text: string) => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new Failure(`"${text}" is not a whole number.`, 'usage')
  return value
}

export const discover = () =>
  withJson(
    command('discover', 'Looks for communities in the ties that people let be used', [
      ['mortar discover', 'over the last year'],
      ['mortar discover --from 2026-01-05 --to 2026-06-28', 'over these weeks'],
      ['mortar discover --form cross', 'only by ties from unit to unit'],
      ['mortar discover --json', 'for programs'],
    ]),
  )
    .option('--from <day>', 'the first day, as 2026-01-05')
    .option('--to <day>', 'the last day; otherwise the last Sunday')
    .option('--form <form>', 'soft: ties inside units count too, beyond what the unit explains; or cross', 'soft')
    .option(
      '--level <steps>',
      'units so many steps below the head; otherwise those nearest to who works with whom',
      number,
    )
    .option('--seed <number>', 'another seed, another chance', number, 1)
    .option('--half-life <days>', 'days after which a trace counts half', number, 90)
    .action((asked: Asked, made: Command) =>
      withDatabase(made, async ({ db, postgres }) => {
        const bar = progress('Looking for communities', 100)
        const found = await discoverNow(
          { db, connection: postgres.config, log: { error: (detail) => console.error(detail) } },
          settingsOf(asked),
          (share) => bar.at(Math.floor(share * 100)),
        ).catch((error: unknown) => {
          if (error instanceof Refusal) throw new Failure(sentence('en', error.key, error.params), 'refused')
          throw error
        })
        bar.end()
        console.log(asked.json ? JSON.stringify(found) : shown(found))
      }),
    )

function settingsOf({ from, to, form, level, seed, halfLife }: Asked) {
  if (form !== 'cross' && form !== 'soft')
    throw new Failure(`The form is soft or cross, not "${form as string}".`, 'usage')
  for (const day of [from, to])
    if (day !== undefined && Number.isNaN(Date.parse(`${day}T00:00Z`)))
      throw new Failure(`"${day}" is not a day as 2026-01-05.`, 'usage')
  return { from, to, form, level: level ?? null, seed, halfLife, sources: null }
}

function shown({ summary, notes, found, settings }: Discovered): string {
  const lines = [
    `  From ${settings.from} to ${settings.to}, ${settings.form} form, seed ${settings.seed}, half-life ${settings.halfLife} days.`,
    `  ${summary.people ?? 'Fewer than five'} people with ties, ${summary.units} units, in ${summary.seconds} s.`,
    ...(summary.workMap
      ? [`  Who works with whom agrees with the chart by ${summary.workMap.ari} (ARI), ${summary.workMap.nmi} (NMI).`]
      : []),
    ...notes.map((note) => `  ${note}`),
    ...found.map(
      ({ number: nth, people, units, times, stability, words }) =>
        `  ${String(nth).padStart(3)}  ${people} people in ${units} units, ${times} times the ties of chance, stable ${stability}${
          words.length > 0 ? `: ${words.join(', ')}` : ''
        }`,
    ),
    ...(summary.notDescribed > 0
      ? [`  ${summary.notDescribed} more, too small or too near to one place to be described.`]
      : []),
  ]
  return lines.join('\n')
}
