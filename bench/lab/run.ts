import { runCases } from '../cases-run.ts'
import { cases } from './cases.ts'

await runCases(
  cases,
  "Measures how quickly the lab's models run.",
  'bench/lab/run.ts',
  `

MORTAR_YARDSTICK names a folder with march.c, march_bits.c and dy-r1.mjs: with it, and a compiler (cc) for those in C,
times are also told as ratios to theirs.`,
)
