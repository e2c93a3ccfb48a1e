import type { Command } from 'commander'
import { backup } from './backup.ts'
import { discover } from './discover.ts'
import { doctor } from './doctor.ts'
import { exportAll } from './export.ts'
import { importing } from './import.ts'
import { lab } from './lab/lab.ts'
import { restore } from './restore.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'
import { upgrade } from './upgrade.ts'

/** Every command of `mortar`, in the order that help shows them. */
export const commands = (): Command[] => [
  serve(),
  doctor(),
  importing(),
  discover(),
  exportAll(),
  search(),
  lab(),
  backup(),
  restore(),
  upgrade(),
]
