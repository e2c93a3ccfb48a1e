import type { Command } from 'commander'
import { doctor } from './doctor.ts'
import { importing } from './import.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'

/** Every command of `mortar`, in the order that help shows them. */
export const commands = (): Command[] => [serve(), doctor(), importing(), search()]
