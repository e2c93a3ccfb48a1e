import { command } from '../frame/command.ts'
import { reproduce } from './reproduce.ts'
import { run } from './run.ts'

/** The lab without its pages: models run and held against what was published. Needs no database. */
export const lab = () =>
  command('lab', 'Runs models of learning in hierarchies and communities', [
    ['mortar lab reproduce', 'lays what was published beside what comes out here'],
    ['mortar lab run march --p1 0.1:0.9:0.1 --runs 1000', 'runs a model over a range of a setting'],
  ])
    .addCommand(reproduce())
    .addCommand(run())
