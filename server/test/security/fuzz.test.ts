import { fuzz } from './fuzzing.ts'

await fuzz(5)
