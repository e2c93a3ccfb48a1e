import { Command } from 'commander'
import { version } from '#platform/project.ts'
import { commands } from './commands.ts'
import { ending } from './frame/ending.ts'

export function mortar(): Command {
  const program = new Command('mortar')
    .description('Mortar, a home for communities of practice: runs it, and does from a terminal what a page does not.')
    .version(version, '-V, --version', 'tell the version')
    .option('--data <folder>', 'the data folder, instead of the setting DATA_DIR')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('("mortar --help" lists the commands)')
    .addHelpText('after', footer)
  for (const made of commands()) program.addCommand(made)
  return program
}

const footer = `
Examples:
  mortar serve                       starts Mortar
  DATA_DIR=/srv/mortar mortar serve  keeps everything in /srv/mortar

Exit codes: 0 done, 1 a defect of Mortar, 2 a wrong command line or setting,
3 something in the way (port, disk, database, folder), 4 refused by what was asked.
Settings come from the environment; docs/operate.md lists them.`

if (import.meta.main) {
  // Whoever reads only the first lines, as head does, has read enough.
  process.stdout.on('error', () => process.exit())
  try {
    await mortar().parseAsync()
  } catch (error) {
    process.exitCode = ending(error)
  }
}
