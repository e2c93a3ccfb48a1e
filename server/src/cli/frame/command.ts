import { Command } from 'commander'

/** A command line and what it does, as `--help` shows it. */
export type Example = readonly [line: string, does: string]

/** One command of `mortar`; each shows by example how it is used. */
export function command(name: string, summary: string, examples: readonly Example[]): Command {
  const width = Math.max(...examples.map(([line]) => line.length))
  const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`)
  const [word, ...takes] = name.split(' ')
  const made = new Command(word)
  if (takes.length) made.arguments(takes.join(' '))
  return made
    .summary(summary)
    .description(`${summary}.`)
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError(`("mortar ${word} --help" shows how)`)
    .addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}

/** For what a program may read: the result as JSON on standard output, and nothing else there. */
export const withJson = (made: Command): Command => made.option('--json', 'write the result as JSON, for programs')
