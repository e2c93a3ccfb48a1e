import { runCases } from '../cases-run.ts'
import { cases } from './cases.ts'

await runCases(
  cases,
  'Measures how well learning goes to those it is for, and how long a plan takes, on a generated organization.',
  'bench/learning/run.ts',
)
