import type { Sign } from '../sign.ts'
import { coalescing } from './coalescing.ts'
import { maturing } from './maturing.ts'
import { potential } from './potential.ts'
import { stewardship } from './stewardship.ts'
import { transformation } from './transformation.ts'

/** Every sign, stage by stage. */
export const stages = { potential, coalescing, maturing, stewardship, transformation } as const satisfies Record<
  string,
  readonly Sign[]
>

export const signs: readonly Sign[] = Object.values(stages).flat()
